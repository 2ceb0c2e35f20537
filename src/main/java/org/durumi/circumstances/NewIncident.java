package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.vault.RowCopy;

/**
 * What happened to somebody: an arrest, a raid, a threat.
 *
 * @param whom who is affected
 * @param byWhom who did it, as an office or a role; no names; may be empty
 * @param words what happened, in the caseworker's words; may be empty
 * @param triggeredBy what led to it, as far as that is recorded too
 */
public record NewIncident(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull IncidentKind kind,
        @NotNull PartialDate happened,
        @NotNull Place place,
        @NotNull @Longest(120) String byWhom,
        @NotNull @Longest(value = 500, lines = true) String words,
        @NotNull Certainty certainty,
        @NotNull Set<EntryId> triggeredBy)
        implements NewCircumstance {
    public NewIncident {
        whom = Set.copyOf(whom);
        triggeredBy = Set.copyOf(triggeredBy);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.INCIDENT;
    }

    @Override
    public PartialDate when() {
        return happened;
    }

    @Override
    public NewIncident inCopy(RowCopy copy) {
        return new NewIncident(
                copy.of(whom),
                kind,
                happened,
                place,
                byWhom,
                words,
                certainty,
                triggeredBy.stream().flatMap(each -> copy.known(each).stream()).collect(Collectors.toSet()));
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("happened", happened, today);
    }
}
