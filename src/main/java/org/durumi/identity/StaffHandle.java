package org.durumi.identity;

import java.text.Normalizer;
import java.util.Locale;
import org.durumi.kernel.UserId;

/** How colleagues call somebody. */
record StaffHandle(UserId who, String handle) {
    /** What is the same for a reader: whether letters are wide, small or put together. */
    static String folded(String handle) {
        return Normalizer.normalize(handle.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }

    boolean looksLike(String other) {
        return folded(handle).equals(folded(other));
    }
}
