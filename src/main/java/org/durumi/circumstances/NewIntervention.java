package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.RowCopy;

/**
 * What was asked of somebody on behalf of people, and what came of it.
 *
 * @param whom for whom
 * @param addressee the office, such as «UNHCR Bangkok»; no names; may be empty
 * @param answered when an answer came
 * @param words what was asked and answered; may be empty
 */
public record NewIntervention(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull Addressee to,
        @NotNull @Longest(120) String addressee,
        @NotNull InterventionKind kind,
        @NotNull PartialDate made,
        @NotNull InterventionAnswer answer,
        @NotNull PartialDate answered,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewIntervention {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.INTERVENTION;
    }

    /** Whether everybody hears of it. */
    public boolean isPublic() {
        return kind == InterventionKind.PUBLIC_APPEAL || to == Addressee.MEDIA;
    }

    @Override
    public PartialDate when() {
        return made;
    }

    @Override
    public NewIntervention inCopy(RowCopy copy) {
        return new NewIntervention(copy.of(whom), to, addressee, kind, made, answer, answered, words);
    }

    @Override
    public void check(LocalDate today) {
        // A public appeal is recorded before it is made: two supervisors agree to it first.
        if (!isPublic()) {
            NewCircumstance.past("made", made, today);
        }
        NewCircumstance.past("answered", answered, today);
        NewCircumstance.ordered(made, "answered", answered);
    }
}
