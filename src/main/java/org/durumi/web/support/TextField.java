package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.Texts;
import org.durumi.kernel.VisibleText;

/**
 * A text of one line or several.
 *
 * @param shortest how many visible characters it needs: 0 if it may be left blank, 1 if it must not be blank
 */
record TextField(boolean severalLines, int shortest, int longest) implements Field<String> {
    @Override
    public Optional<String> read(FormInput input, String name) {
        String text = severalLines ? FormText.lines(input.typed(name)) : FormText.line(input.typed(name));
        int length = FormText.length(text);
        int forbidden = FormText.firstForbidden(text, severalLines);
        if (forbidden > 0) {
            int sign = text.codePointAt(text.offsetByCodePoints(0, forbidden - 1));
            return input.refuse(name, "form.characters", String.format("U+%04X", sign), forbidden);
        } else if (length > longest) {
            return input.refuse(name, "form.too-long", longest, length);
        } else if (text.isEmpty() && shortest > 0) {
            return input.refuse(name, "form.required");
        } else if (VisibleText.length(text) < shortest) {
            return input.refuse(name, "form.too-short", shortest);
        }
        return Optional.of(text);
    }

    @Override
    public void fill(FormInput input, String name, String value) {
        input.with(name, value);
    }

    @Override
    public String show(String value, Texts texts) {
        return value;
    }
}
