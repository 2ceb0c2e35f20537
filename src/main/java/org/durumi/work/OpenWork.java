package org.durumi.work;

/**
 * What one caseworker has to do in a case.
 *
 * @param tasks open ones that they alone see to
 * @param plans of check-ins: they are told first when one is missed
 */
public record OpenWork(long tasks, long plans) {
    /** Nothing at all. */
    public static final OpenWork NONE = new OpenWork(0, 0);
}
