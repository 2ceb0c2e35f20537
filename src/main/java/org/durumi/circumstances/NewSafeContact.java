package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Visible;
import org.durumi.vault.RowCopy;

/**
 * How somebody can be reached without danger.
 *
 * @param over whom or what, by a label of ours: «the old phone», never a number or an account
 * @param times at which times it is safe, in their words; may be empty
 * @param words what to say first, what never to say; no names; may be empty
 * @param until unknown while it holds
 */
public record NewSafeContact(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull ContactChannel channel,

        @NotNull @Visible @Longest(200) String over,

        @NotNull @Longest(200) String times,
        @NotNull @Longest(value = 500, lines = true) String words,
        @NotNull PartialDate since,
        @NotNull PartialDate until)
        implements NewCircumstance {
    public NewSafeContact {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.SAFE_CONTACT;
    }

    @Override
    public PartialDate when() {
        return since;
    }

    @Override
    public NewSafeContact inCopy(RowCopy copy) {
        return new NewSafeContact(copy.of(whom), channel, over, times, words, since, until);
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("since", since, today);
        NewCircumstance.ordered(since, "until", until);
    }
}
