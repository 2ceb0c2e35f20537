package org.durumi.web.frame;

/**
 * One page of a case, as its navigation names it. A feature that needs a page of its own makes one of these.
 *
 * @param path below the address of the case, such as «costs»; empty for the overview
 * @param label the key of its name
 * @param order its place in the navigation, the smallest first
 */
public record CaseTab(String path, String label, int order) {
    /** Not a page: what stands in the head of every page of a case. */
    public static final CaseTab HEAD = new CaseTab("head", "", -1);

    public static final CaseTab OVERVIEW = new CaseTab("", "case.tab.overview", 0);
    public static final CaseTab PEOPLE = new CaseTab("people", "case.tab.people", 10);
    public static final CaseTab TIMELINE = new CaseTab("timeline", "case.tab.timeline", 20);
    public static final CaseTab ABOUT = new CaseTab("about", "case.tab.about", 90);
}
