package org.durumi.web.frame;

import java.util.Comparator;

/**
 * An entry of a menu of a case.
 *
 * @param order its place in the menu, the smallest first
 * @param label the key of its name
 */
public record CaseLink(Menu menu, int order, String label, String address) {
    static final Comparator<CaseLink> ORDER = Comparator.comparingInt(CaseLink::order);

    /** The menus of a case. */
    public enum Menu {
        /** What a caseworker may record. */
        RECORD,
        /** What stands beside the pages: names, PDF. */
        SHOW,
        /** What is seldom done. */
        MORE
    }
}
