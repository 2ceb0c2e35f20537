package org.durumi.web.costs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.costs.NewQuote;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.support.FormInput;

/** The fields of a quote. */
final class QuoteForm {
    static final String PARTICIPANTS = "participants[]";
    private static final int LONGEST_EQUIVALENT = 80;
    private static final int LONGEST_SERVICES = 500;

    private QuoteForm() {}

    /** A quote for everybody in the case, obtained today. */
    static FormInput blank(Set<ParticipantId> everybody, LocalDate today) {
        return FormInput.blank()
                .withAll(PARTICIPANTS, everybody)
                .with("basis", PriceBasis.PER_PERSON)
                .with("amount.currency", "KRW")
                .with("obtainedOn", today.toString());
    }

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewQuote> read(FormInput input) {
        Optional<UUID> broker = input.id("broker");
        Set<UUID> participants = input.ids(PARTICIPANTS);
        Optional<Money> amount = input.money("amount");
        Optional<PriceBasis> basis = input.choice("basis", PriceBasis.class);
        String equivalent = input.optionalLine("statedEquivalent", LONGEST_EQUIVALENT);
        Optional<Integer> upfront = NormPriceForm.share(input);
        String services = input.optionalLines("services", LONGEST_SERVICES);
        Optional<LocalDate> obtainedOn = input.day("obtainedOn");
        Optional<LocalDate> validUntil = input.optionalDay("validUntil");
        Optional<ObtainedHow> how = input.choice("obtainedHow", ObtainedHow.class);
        return input.isValid()
                ? Optional.of(new NewQuote(
                        new BrokerId(broker.orElseThrow()),
                        participants.stream().map(ParticipantId::new).collect(Collectors.toSet()),
                        basis.orElseThrow(),
                        amount.orElseThrow(),
                        equivalent,
                        upfront,
                        services,
                        obtainedOn.orElseThrow(),
                        validUntil,
                        how.orElseThrow()))
                : Optional.empty();
    }
}
