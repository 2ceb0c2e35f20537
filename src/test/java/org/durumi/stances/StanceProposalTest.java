package org.durumi.stances;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.identity.Role;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.Stance;
import org.durumi.stances.StanceProposal.Answer;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** Whom a proposal awaits and how long, and that nothing of it was changed. */
class StanceProposalTest {
    private static final UserId SEO = new UserId("seo");
    private static final UserId ADMIN = new UserId("admin");
    private static final Signed PROPOSED = new Signed(SEO, Instant.parse("2026-03-01T09:00:00Z"));
    private static final Signed ANSWERED = new Signed(ADMIN, Instant.parse("2026-03-02T09:00:00Z"));
    private static final NewStance WANTED = wanted("TH", Stance.RETURNS, "2026-02-01", "The law of February");

    private final Macs macs = TestKeys.macs();
    private final StanceProposal proposal = StanceProposal.make(WANTED, Role.SUPERVISOR, PROPOSED, macs);
    private final StanceProposal confirmed =
            proposal.answered(StanceAnswer.CONFIRMED, Role.ADMINISTRATOR, ANSWERED, macs);

    private static NewStance wanted(String country, Stance stance, String since, String source) {
        return new NewStance(new CountryCode(country), stance, LocalDate.parse(since), source);
    }

    @Test
    void it_awaits_another_person_of_the_other_role() {
        assertTrue(proposal.isFor(ADMIN, Role.ADMINISTRATOR));
        assertFalse(proposal.isFor(new UserId("bae"), Role.SUPERVISOR), "the same role");
        assertFalse(proposal.isFor(SEO, Role.SUPERVISOR));
        assertFalse(proposal.isFor(SEO, Role.ADMINISTRATOR), "whatever they have become since");
        assertTrue(
                StanceProposal.make(WANTED, Role.ADMINISTRATOR, ANSWERED, macs).isFor(SEO, Role.SUPERVISOR));
    }

    @Test
    void it_waits_fourteen_days_or_until_somebody_answers() {
        Instant last = PROPOSED.at().plus(Duration.ofDays(14));
        assertTrue(proposal.waits(PROPOSED.at()));
        assertTrue(proposal.waits(last.minusMillis(1)));
        assertFalse(proposal.waits(last));
        assertEquals(last, proposal.until());
        for (StanceAnswer each : StanceAnswer.values()) {
            StanceProposal answered = proposal.answered(each, Role.ADMINISTRATOR, ANSWERED, macs);
            assertFalse(answered.waits(ANSWERED.at()));
            assertEquals(each == StanceAnswer.CONFIRMED, answered.isConfirmed());
        }
        assertFalse(proposal.isConfirmed());
    }

    @Test
    void one_of_which_anything_was_changed_is_not_ours() {
        assertTrue(proposal.isGenuine(macs));
        assertTrue(confirmed.isGenuine(macs));
        for (NewStance other : List.of(
                wanted("VN", Stance.RETURNS, "2026-02-01", "The law of February"),
                wanted("TH", Stance.PROTECTS, "2026-02-01", "The law of February"),
                wanted("TH", Stance.RETURNS, "2026-02-02", "The law of February"),
                wanted("TH", Stance.RETURNS, "2026-02-01", "The law of March"))) {
            assertFalse(with(proposal.id(), other, Role.SUPERVISOR, PROPOSED, proposal.mac(), Optional.empty())
                    .isGenuine(macs));
        }
        assertFalse(with(UUID.randomUUID(), WANTED, Role.SUPERVISOR, PROPOSED, proposal.mac(), Optional.empty())
                .isGenuine(macs));
        assertFalse(with(proposal.id(), WANTED, Role.ADMINISTRATOR, PROPOSED, proposal.mac(), Optional.empty())
                .isGenuine(macs));
        assertFalse(with(proposal.id(), WANTED, Role.SUPERVISOR, ANSWERED, proposal.mac(), Optional.empty())
                .isGenuine(macs));
    }

    @Test
    void an_answer_belongs_to_one_proposal_and_one_person() {
        Answer real = confirmed.answer().orElseThrow();
        // The same words to another proposal, which says the same.
        Answer elsewhere = StanceProposal.make(WANTED, Role.SUPERVISOR, PROPOSED, macs)
                .answered(StanceAnswer.CONFIRMED, Role.ADMINISTRATOR, ANSWERED, macs)
                .answer()
                .orElseThrow();
        for (Answer other : List.of(
                elsewhere,
                new Answer(StanceAnswer.DECLINED, real.as(), real.by(), real.mac()),
                new Answer(real.what(), Role.SUPERVISOR, real.by(), real.mac()),
                new Answer(real.what(), real.as(), PROPOSED, real.mac()),
                new Answer(real.what(), real.as(), real.by(), proposal.mac()))) {
            assertFalse(with(proposal.id(), WANTED, Role.SUPERVISOR, PROPOSED, proposal.mac(), Optional.of(other))
                    .isGenuine(macs));
        }
    }

    private static StanceProposal with(
            UUID id, NewStance wanted, Role as, Signed by, byte[] mac, Optional<Answer> answer) {
        return new StanceProposal(id, wanted, as, by, mac, answer);
    }
}
