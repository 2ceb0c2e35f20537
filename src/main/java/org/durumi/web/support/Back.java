package org.durumi.web.support;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page from which a form was opened: an address of ours, and only of pages that show something. */
final class Back {
    /** The field of a form, and the parameter of its address, that carries it. */
    static final String FIELD = "back";

    private static final Pattern OURS =
            Pattern.compile("/(review|cases(/C-\\d{4}-[0-9A-Z]{6}(/[a-z]{1,20}(/[A-Z]{1,2})?)?)?)");

    private Back() {}

    /** Empty if nothing was said, or something that is no such address. */
    static String read(@Nullable String text) {
        return text != null && OURS.matcher(text).matches() ? text : "";
    }
}
