package org.durumi.web.cases;

import java.util.List;
import java.util.Optional;
import org.durumi.cases.AgeBand;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;

/** The fields about one person. In a form about several people each person's fields begin with a prefix. */
final class ParticipantForm {
    private ParticipantForm() {}

    /** What was typed about one person; empty if something is missing. */
    static Optional<NewParticipant> read(FormInput input, String prefix) {
        Optional<ParticipantRole> role = input.choice(prefix + "role", ParticipantRole.class);
        Optional<AgeBand> ageBand = input.choice(prefix + "ageBand", AgeBand.class);
        Optional<Sex> sex = input.choice(prefix + "sex", Sex.class);
        return role.isEmpty() || ageBand.isEmpty() || sex.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewParticipant(
                        role.get(),
                        ageBand.get(),
                        sex.get(),
                        input.answer(prefix + "elite"),
                        input.answer(prefix + "unaccompanied")));
    }

    /** Shows what is known. */
    static FormInput fill(FormInput input, NewParticipant known) {
        return input.with("role", known.role())
                .with("ageBand", known.ageBand())
                .with("sex", known.sex())
                .with("elite", known.elite())
                .with("unaccompanied", known.unaccompanied());
    }

    /** What was typed beside what is stored. */
    static List<Difference> differences(NewParticipant typed, NewParticipant stored, Texts texts) {
        return List.of(
                difference("participant.role", typed.role(), stored.role(), texts),
                difference("participant.age-band", typed.ageBand(), stored.ageBand(), texts),
                difference("participant.sex", typed.sex(), stored.sex(), texts),
                difference("participant.elite", typed.elite(), stored.elite(), texts),
                difference("participant.unaccompanied", typed.unaccompanied(), stored.unaccompanied(), texts));
    }

    private static Difference difference(String label, Enum<?> typed, Enum<?> stored, Texts texts) {
        return new Difference(label, texts.text(typed), texts.text(stored));
    }
}
