package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.DomainTables;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final TeamId SOUTH = TeamId.of("7d9c1d5e-0000-4000-8000-00000000c801");
    private static final String REASON = "They moved on to where the other team works";

    private final Macs macs = TestKeys.macs();

    private Transfer offered(CaseFile file) {
        return Transfer.offer(
                file, new NewTransfer(SOUTH, " " + REASON + " ", ""), SEO.signed(NOW), TestKeys.ofOrganisation(), macs);
    }

    @Test
    void the_document_says_what_can_become_of_it() {
        assertEquals(
                Stream.of(TransferState.values()).map(Enum::name).toList(),
                DomainTables.rows("handover.md", "state").stream()
                        .map(List::getFirst)
                        .toList());
        for (TransferEnd each : TransferEnd.values()) {
            assertEquals(each.name(), TransferState.of(each).name());
        }
    }

    @Test
    void it_waits_for_fourteen_days_and_says_what_it_is_about_once_it_is_open() {
        CaseFile file = OpenCases.ofOne();
        Transfer transfer = offered(file);

        assertEquals(NOW.plus(Duration.ofDays(14)), transfer.due());
        assertEquals(TEAM, transfer.from());
        assertEquals(SOUTH, transfer.to());
        assertTrue(transfer.isOf(TEAM) && transfer.isOf(SOUTH));
        assertFalse(transfer.isOf(TeamId.of("7d9c1d5e-0000-4000-8000-00000000c802")));
        assertTrue(transfer.isGenuine(macs));
        transfer.open(TestKeys.ofOrganisation());
        assertEquals(file.number(), transfer.number());
        assertEquals(REASON, transfer.reason());
        assertEquals("", transfer.note());
    }

    @Test
    void an_answer_says_what_became_of_it_and_why() {
        TransferAnswer answer = TransferAnswer.of(
                offered(OpenCases.ofOne()),
                TransferEnd.DECLINED,
                SEO.signed(NOW),
                "not here",
                TestKeys.ofOrganisation(),
                macs);
        assertTrue(answer.isGenuine(macs));
        answer.open(TestKeys.ofOrganisation());
        assertEquals("DECLINED not here", answer.became() + " " + answer.word());
    }

    @Test
    void a_case_says_by_which_offer_it_came_to_its_team() {
        CaseId id = CaseId.create();
        CaseNumber number = new CaseNumber("C-2026-7F3KQM");
        EntryId offer = EntryId.create();
        byte[] opened = macs.of(MacUse.CASE, GuardedCase.whose(id, number, TEAM, Optional.empty()));
        byte[] went = macs.of(MacUse.CASE, GuardedCase.whose(id, number, SOUTH, Optional.of(offer)));

        assertTrue(genuine(id, number, TEAM, Optional.empty(), opened));
        assertTrue(macs.fits(opened, MacUse.CASE, id, number, TEAM), "as it was signed before");
        assertTrue(genuine(id, number, SOUTH, Optional.of(offer), went));
        assertFalse(genuine(id, number, SOUTH, Optional.empty(), opened));
        assertFalse(genuine(id, number, SOUTH, Optional.empty(), went));
        assertFalse(genuine(id, number, SOUTH, Optional.of(EntryId.create()), went), "by another offer");
        assertFalse(genuine(id, number, TEAM, Optional.of(offer), went));
        assertFalse(genuine(id, number, TEAM, Optional.of(offer), opened));
    }

    private boolean genuine(CaseId id, CaseNumber number, TeamId team, Optional<EntryId> transfer, byte[] mac) {
        return new GuardedCase(id, number, team, transfer, Optional.empty(), mac, Optional.empty()).isGenuine(macs);
    }
}
