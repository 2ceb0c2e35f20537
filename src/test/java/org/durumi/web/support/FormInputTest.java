package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.RuleViolation;
import org.junit.jupiter.api.Test;

class FormInputTest {
    private final FormInput input = FormInput.blank();

    private List<String> errors() {
        return input.errors().lines().stream().map(FormErrors.Line::field).toList();
    }

    @Test
    void the_same_form_sent_again_is_the_same_creation_and_other_words_are_another() {
        String key = UUID.randomUUID().toString();
        UUID first = input.with("once", key).with("label", "old phone").once().orElseThrow();

        assertEquals(first, sent(key, "old phone").once().orElseThrow(), "the token does not count");
        assertNotEquals(first, sent(key, "new phone").once().orElseThrow());
        assertNotEquals(
                first, sent(UUID.randomUUID().toString(), "old phone").once().orElseThrow());
    }

    private static FormInput sent(String key, String label) {
        return FormInput.blank().with("token", "x").with("once", key).with("label", label);
    }

    @Test
    void a_creating_form_carries_a_key_that_stays_when_it_is_shown_again() {
        UUID key = input.once().orElseThrow();
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle(FormInput.ONCE, input.typed(FormInput.ONCE));

        assertEquals(key, FormInput.of(sent).once().orElseThrow());
        FormInput without = FormInput.of(new MultivaluedHashMap<>());
        assertTrue(without.once().isEmpty());
        assertFalse(without.isValid());
    }

    @Test
    void a_changing_form_carries_the_version_that_was_seen() {
        assertEquals(7, input.withVersion(7).version().orElseThrow());
        assertTrue(input.isValid());
        assertTrue(input.with(FormInput.VERSION, "latest").version().isEmpty());
        assertEquals(List.of(""), errors(), "a form from which it was taken says so on top");
    }

    @Test
    void a_broken_rule_is_shown_at_its_field_or_on_top() {
        input.refuse(RuleViolation.at("stage", "stage.change.not-allowed"));
        input.refuse(new RuleViolation("stage.blocked"));

        assertEquals(List.of("", "stage"), errors());
        assertEquals("stage.blocked", input.errors().lines().get(0).message().key());
    }

    @Test
    void errors_are_told_in_the_order_of_the_page() {
        input.read("state", Field.line(9));
        input.read("from", Field.line(9));
        input.with("left.words", "a\u0007b").read("left", Field.date());
        input.read("hidden", Field.line(9));
        for (String field : List.of("from", "left", "state")) {
            input.errors().name(field, "leg.form." + field);
        }

        assertEquals(List.of("from", "left.words", "state", "hidden"), errors());
    }

    @Test
    void only_the_first_error_of_a_field_is_told() {
        input.refuse("label", "form.required");
        input.refuse("label", "form.too-long", 9, 10);

        assertEquals("form.required", input.errors().lines().get(0).message().key());
        assertEquals(1, input.errors().lines().size());
    }
}
