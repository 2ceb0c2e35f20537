package org.durumi.costs;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.TODAY;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.TestKeys;

/** Speaking beginnings for tests of what brokers ask. */
public final class CostFixtures {
    private CostFixtures() {}

    /** B-17. */
    public static Broker broker(Vetting vetting) {
        Broker broker = Broker.add(
                17,
                TEAM,
                new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE),
                HANEUL.signed(NOW),
                TestKeys.macs());
        if (vetting != Vetting.UNVETTED) {
            broker.vet(vetting, 0, SEO.signed(NOW), TestKeys.macs());
        }
        return broker;
    }

    /** A quote of a quarter of the usual price, compared with no norm. */
    public static QuoteLine quote(Broker broker, ParticipantId who, QuoteState state) {
        return quote(broker, who, state, Optional.empty());
    }

    /** The same, until a day. */
    public static QuoteLine quote(Broker broker, ParticipantId who, QuoteState state, Optional<LocalDate> until) {
        CaseFile file = OpenCases.ofOne();
        NewQuote known = new NewQuote(
                broker.id(),
                Set.of(who),
                PriceBasis.PER_PERSON,
                Money.of("2500000", "KRW"),
                "",
                Optional.empty(),
                "",
                TODAY,
                until,
                ObtainedHow.DIRECT);
        Quote quote = Quote.record(file, known, Optional.empty(), CaseFixtures.by(HANEUL, file.id()), TODAY);
        return new QuoteLine(quote, broker, state);
    }
}
