package org.durumi.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CountryCode;
import org.durumi.route.RouteKind;

/**
 * What intake reports: the case, its participants, and the stage at which we meet them.
 *
 * @param destination the wanted destination; empty if unknown
 * @param first REPORTED or CONTACT, the same for everybody; each journey goes its own way from there
 */
public record NewCase(
        @NotNull CaseKind kind,
        @NotNull RouteKind route,
        @NotNull Optional<CountryCode> destination,
        @NotNull Priority priority,
        @NotEmpty @Size(max = 26) List<@Valid NewParticipant> participants,
        @NotNull @Valid NewStage first) {
    public NewCase {
        participants = List.copyOf(participants);
    }
}
