package org.durumi.web.support;

import java.util.List;
import java.util.function.BiFunction;

/**
 * What stands stored while somebody changes it in a form.
 *
 * @param form asks for it, and says it in the reader's words
 * @param version counts its changes
 * @param page the page of the form, with what is filled in and, where two people wrote, what both wrote
 * @param <N> what is known of it
 */
public record Standing<N extends Record>(
        RecordForm<N> form, N known, int version, BiFunction<FormInput, List<Difference>, View> page) {
    /** Shows the form with what stands. */
    public View view() {
        return page.apply(form.fill(FormInput.blank(), known).withVersion(version), List.of());
    }
}
