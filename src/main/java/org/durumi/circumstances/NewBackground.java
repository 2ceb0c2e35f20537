package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Place;
import org.durumi.vault.RowCopy;

/**
 * Where somebody comes from, and how they live.
 *
 * @param residence where they live, at city level at most
 * @param inChinaSince since when they are in China
 * @param words no names; may be empty
 */
public record NewBackground(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull Occupation occupation,
        @NotNull LivingSituation living,
        @NotNull Place residence,
        @NotNull PartialDate inChinaSince,
        @NotNull Set<Language> languages,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewBackground {
        whom = Set.copyOf(whom);
        languages = Set.copyOf(languages);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.BACKGROUND;
    }

    @Override
    public PartialDate when() {
        return inChinaSince;
    }

    @Override
    public NewBackground inCopy(RowCopy copy) {
        return new NewBackground(copy.of(whom), occupation, living, residence, inChinaSince, languages, words);
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("inChinaSince", inChinaSince, today);
    }
}
