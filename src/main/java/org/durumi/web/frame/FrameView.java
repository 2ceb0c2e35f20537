package org.durumi.web.frame;

import gg.jte.Content;
import java.util.List;
import java.util.OptionalInt;
import org.durumi.web.frame.CaseLink.Menu;

/**
 * What stands around every page of a case.
 *
 * @param workers the handles of those who work on it, in words; empty if nobody does
 * @param head what features say in the head
 * @param tabs the navigation
 * @param people the letters of its people, with the page of each
 */
public record FrameView(
        OpenCase open, String workers, List<Content> head, List<Tab> tabs, List<Person> people, List<CaseLink> links) {

    /** An entry of the navigation. */
    public record Tab(String label, String address, boolean isHere, OptionalInt count) {}

    /** One person in the navigation; who was taken out comes after the others. */
    public record Person(String label, String address, boolean isHere, boolean isIn) {}

    /** The entries of one menu, in their order. */
    public List<CaseLink> menu(Menu menu) {
        return links.stream().filter(each -> each.menu() == menu).toList();
    }
}
