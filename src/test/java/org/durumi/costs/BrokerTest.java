package org.durumi.costs;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.cases.CaseFixtures.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.RouteKind;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** Brokers, and what they ask. */
class BrokerTest {
    private static final Macs MACS = TestKeys.macs();
    private static final Signed BAE = new Signed(new UserId("bae"), NOW);

    private final Broker broker =
            Broker.add(17, TEAM, new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE), HANEUL.signed(NOW), MACS);

    @Test
    void a_broker_has_a_code_name_and_begins_unvetted() {
        assertEquals("B-17", broker.codeName());
        assertEquals(Vetting.UNVETTED, broker.vetting());
    }

    @Test
    void who_added_a_broker_does_not_vet_them() {
        assertEquals("broker.vet.own", refusal(() -> broker.vet(Vetting.VETTED, 0, HANEUL.signed(NOW), MACS)));
    }

    @Test
    void one_supervisor_suspends_and_two_blacklist() {
        broker.vet(Vetting.BLACKLISTED, 0, SEO.signed(NOW), MACS);
        assertEquals(Vetting.SUSPENDED, broker.vetting());
        assertEquals(
                "broker.blacklist.second-person",
                refusal(() -> broker.vet(Vetting.BLACKLISTED, 0, SEO.signed(NOW), MACS)));

        broker.vet(Vetting.BLACKLISTED, 0, BAE, MACS);

        assertEquals(Vetting.BLACKLISTED, broker.vetting());
        assertEquals("broker.blacklisted.stays", refusal(() -> broker.vet(Vetting.VETTED, 0, BAE, MACS)));
    }

    @Test
    void another_finding_takes_the_wish_to_blacklist_back() {
        broker.vet(Vetting.BLACKLISTED, 0, SEO.signed(NOW), MACS);
        broker.vet(Vetting.IN_PROGRESS, 0, BAE, MACS);

        assertEquals(Optional.empty(), broker.blacklistAskedBy());
        assertEquals(Vetting.IN_PROGRESS, broker.vetting());
    }

    @Test
    void a_quote_keeps_the_norm_of_its_day() {
        Quote quote = quote("2500000", Optional.empty());

        assertEquals(Optional.of(-75), quote.deviation());
        assertEquals(Money.of("10000000", "KRW"), quote.norm().orElseThrow().low());
        assertEquals("around USD 1 916", quote.statedEquivalent());
    }

    @Test
    void an_open_quote_expires_after_its_last_day() {
        Quote quote = quote("10000000", Optional.of(TODAY));

        assertEquals(QuoteState.OPEN, quote.stateOn(TODAY));
        assertEquals(QuoteState.EXPIRED, quote.stateOn(TODAY.plusDays(1)));
        assertEquals("quote.not-open", refusal(() -> quote.accept(0, by(HANEUL, quote.caseId()), TODAY.plusDays(1))));
    }

    @Test
    void an_accepted_quote_does_not_expire_and_may_still_be_rejected() {
        Quote quote = quote("10000000", Optional.of(TODAY));
        quote.accept(0, by(HANEUL, quote.caseId()), TODAY);
        assertEquals(QuoteState.ACCEPTED, quote.stateOn(TODAY.plusDays(9)));

        quote.reject(0, by(HANEUL, quote.caseId()), TODAY);

        assertEquals(QuoteState.REJECTED, quote.stateOn(TODAY));
        assertEquals("quote.not-open", refusal(() -> quote.reject(0, by(HANEUL, quote.caseId()), TODAY)));
    }

    @Test
    void who_saw_an_older_quote_is_told() {
        Quote quote = quote("10000000", Optional.empty());

        assertThrows(ChangedMeanwhile.class, () -> quote.accept(3, by(HANEUL, quote.caseId()), TODAY));
        assertTrue(quote.decided().isEmpty());
    }

    @Test
    void a_norm_price_rises_from_low_to_high_in_one_currency() {
        assertEquals("norm.order", refusal(() -> norm(Optional.of(Money.of("9000000", "KRW")))));
        assertEquals("norm.currencies", refusal(() -> norm(Optional.of(Money.of("20000", "USD")))));
    }

    private static Quote quote(String won, Optional<LocalDate> validUntil) {
        NewQuote known = new NewQuote(
                org.durumi.kernel.BrokerId.create(),
                Set.of(ParticipantId.create(), ParticipantId.create()),
                PriceBasis.PER_PERSON,
                Money.of(won, "KRW"),
                "around USD 1 916",
                Optional.empty(),
                "",
                TODAY,
                validUntil,
                ObtainedHow.VIA_ACQUAINTANCE);
        CaseFile file = OpenCases.ofOne();
        return Quote.record(file, known, Optional.of(norm(Optional.empty())), by(HANEUL, file.id()), TODAY);
    }

    private static NormPrice norm(Optional<Money> high) {
        return NormPrice.enter(
                new NewNormPrice(
                        RouteKind.LAND_VIA_CHINA,
                        "",
                        "",
                        Money.of("10000000", "KRW"),
                        Optional.empty(),
                        high,
                        Optional.of(100),
                        TODAY,
                        Optional.empty(),
                        "a press report"),
                TestKeys.ofOrganisation(),
                new Signed(new UserId("admin"), NOW),
                MACS);
    }

    private static String refusal(Runnable act) {
        return assertThrows(RuleViolation.class, act::run).messageKey();
    }
}
