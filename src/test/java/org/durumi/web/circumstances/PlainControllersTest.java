package org.durumi.web.circumstances;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.PlainWords;
import org.durumi.kernel.NotFound;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.RecordForm;
import org.junit.jupiter.api.Test;

/** Each kind of plain circumstance has its page, where links look for it, and a form that begins with answers. */
class PlainControllersTest {
    private static final Map<PlainController<?, ?>, RecordForm<?>> CONTROLLERS = Map.ofEntries(
            Map.entry(new IncidentController(), IncidentController.FORM),
            Map.entry(new DetentionController(), DetentionController.FORM),
            Map.entry(new InterventionController(), InterventionController.FORM),
            Map.entry(new PostingController(), PostingController.FORM),
            Map.entry(new BackgroundController(), BackgroundController.FORM),
            Map.entry(new NeedController(), NeedController.FORM),
            Map.entry(new RelationshipController(), RelationshipController.FORM),
            Map.entry(new RelativeController(), RelativeController.FORM),
            Map.entry(new SafeContactController(), SafeContactController.FORM),
            Map.entry(new GroupController(), GroupController.FORM),
            Map.entry(new ReferralController(), ReferralController.FORM));

    @Test
    void links_lead_to_the_controller_of_each_kind() {
        assertEquals(
                Arrays.stream(CircumstanceKind.values())
                        .map(kind -> "/cases/{number}/" + CircumstanceTitle.path(kind))
                        .collect(Collectors.toSet()),
                CONTROLLERS.keySet().stream()
                        .map(each -> each.getClass().getAnnotation(Path.class).value())
                        .collect(Collectors.toSet()));
        for (CircumstanceKind kind : CircumstanceKind.values()) {
            assertEquals(
                    kind.name().replace('_', '-'), CircumstanceTitle.kind(kind).toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void what_is_chosen_in_advance_is_an_answer_and_the_rest_is_asked_for() {
        CONTROLLERS.forEach((controller, form) -> {
            FormInput blank = controller.blank();
            Set<String> chosen = blank.typedBelow("");

            assertFalse(form.read(blank).isPresent(), "somebody must be chosen");

            for (String field : chosen) {
                assertFalse(blank.errors().isAt(field), controller.getClass().getSimpleName() + " " + field);
            }
        });
    }

    @Test
    void the_parts_of_a_choice_that_are_known_stand_beside_each_other() {
        assertEquals("A · 2026", PlainWords.beside("A", "", "2026"));
        assertEquals("", PlainWords.beside(""));
    }

    @Test
    void a_supervisor_decides_about_a_correction_of_each_kind_where_links_lead() {
        for (CircumstanceKind kind : CircumstanceKind.values()) {
            assertEquals(kind.group(), ConfirmationController.group(CircumstanceTitle.kind(kind)), kind.name());
        }
        for (String other : List.of("attempt", "device", "vulnerability", "leg")) {
            assertEquals(other, CircumstanceTitle.word(ConfirmationController.group(other)));
        }
        for (String none : List.of("participant", "safe_contact", "SAFE-CONTACT", "")) {
            assertThrows(NotFound.class, () -> ConfirmationController.group(none), none);
        }
    }
}
