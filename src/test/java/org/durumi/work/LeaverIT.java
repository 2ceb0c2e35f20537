package org.durumi.work;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.DeputyService;
import org.durumi.cases.GrantService;
import org.durumi.cases.HandoverService;
import org.durumi.cases.HeldCase;
import org.durumi.cases.NewDeputy;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftLine;
import org.durumi.drafts.DraftService;
import org.durumi.drafts.MyDraft;
import org.durumi.drafts.TeamDraftService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One form hands over everything of whatever kind that somebody has in hand, or nothing. */
@ExtendWith(ArquillianExtension.class)
class LeaverIT {
    private static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-00000000ad01");
    private static final Actor FIRST = actor("leaver-first", Role.CASEWORKER);
    private static final Actor SECOND = actor("leaver-second", Role.CASEWORKER);
    private static final Actor SUPERVISOR = actor("leaver-supervisor", Role.SUPERVISOR);
    private static final String EVERYTHING = "cases 2, drafts 1, grants 1, deputyships 2";
    private static int leavers;

    @Inject
    Requests requests;

    @Inject
    LeaverService leaving;

    @Inject
    HandoverService handovers;

    @Inject
    DraftService drafts;

    @Inject
    TeamDraftService team;

    @Inject
    GrantService grants;

    @Inject
    DeputyService deputies;

    @Inject
    CaseSearch search;

    @Inject
    Told told;

    private Actor leaver;
    private EntryId standsForThem;

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(TEAM), "");
    }

    @BeforeEach
    void somebody_has_everything_in_hand() throws Exception {
        leaver = actor("leaver-" + leavers++, Role.CASEWORKER);
        told.team(TEAM, leaver, FIRST, SECOND, SUPERVISOR);
        told.caseOf(leaver, WOMAN);
        told.caseOf(leaver, WOMAN);
        begins(leaver);
        CaseNumber read = told.caseOf(FIRST, WOMAN);
        CaseId id = requests.as(SUPERVISOR, () -> search.view(read, AccessGroup.CASE))
                .file()
                .id();
        requests.does(
                SUPERVISOR,
                () -> grants.give(
                        id, leaver.id(), SUPERVISOR.id(), Duration.ofDays(1), "they go together", EntryId.create()));
        standsForThem = requests.as(leaver, () -> deputies.name(deputy(FIRST, 20 + 2 * leavers)));
        requests.does(FIRST, () -> deputies.name(deputy(leaver, 21 + 2 * leavers)));
        assertEquals(EVERYTHING, inHand());
    }

    private NewDeputy deputy(Actor deputy, int day) {
        return new NewDeputy(
                Optional.empty(),
                deputy.id(),
                told.today().plusDays(day),
                told.today().plusDays(day));
    }

    private void begins(Actor who) throws Exception {
        requests.does(who, () -> drafts.begin(Map.of(), each -> "/intake/" + each + "/kind"));
    }

    @Test
    void all_of_it_goes_in_one_go() throws Exception {
        NewHandover everything = everything();

        requests.does(SUPERVISOR, () -> leaving.handOver(leaver.id(), everything));

        assertEquals("cases 0, drafts 0, grants 0, deputyships 0", inHand());
        requests.does(SUPERVISOR, () -> leaving.handOver(leaver.id(), everything));
        assertEquals("cases 0, drafts 0, grants 0, deputyships 0", inHand(), "twice is once");
    }

    @Test
    void nothing_goes_if_the_last_of_it_does_not() throws Exception {
        NewHandover everything = everything();
        Database.asOwner(
                "alter table deputyship_end add constraint broken check (ended_by <> 'leaver-supervisor') not valid");
        try {
            assertThrows(
                    Exception.class, () -> requests.does(SUPERVISOR, () -> leaving.handOver(leaver.id(), everything)));
        } finally {
            Database.asOwner("alter table deputyship_end drop constraint broken");
        }
        assertEquals(EVERYTHING, inHand());
    }

    @Test
    void who_stands_in_for_them_does_so_until_nothing_is_left() throws Exception {
        NewHandover everything = everything();
        NewHandover part = new NewHandover(
                everything.to(),
                Set.of(everything.cases().iterator().next()),
                everything.drafts(),
                everything.grants(),
                everything.deputyships());

        requests.does(SUPERVISOR, () -> leaving.handOver(leaver.id(), part));

        assertEquals("cases 1, drafts 0, grants 0, deputyships 1", inHand());
        assertEquals(
                List.of(standsForThem),
                requests.as(SUPERVISOR, () -> deputies.of(leaver.id())).stream()
                        .map(each -> each.deputyship().id())
                        .toList());
        requests.does(SUPERVISOR, () -> leaving.handOver(leaver.id(), everything));
        assertEquals("cases 0, drafts 0, grants 0, deputyships 0", inHand());
    }

    @Test
    void who_has_begun_too_much_is_said_and_any_other_reason_is_that_reason() throws Exception {
        NewHandover everything = everything();
        int has = requests.as(SUPERVISOR, () -> team.of(SECOND.id())).size();
        for (int nth = has; nth < 20; nth++) {
            begins(SECOND);
        }
        assertEquals("handover.drafts.full drafts[]", refused(everything));
        assertEquals(EVERYTHING, inHand());
        assertEquals(
                "handover.to.choose to[]",
                refused(new NewHandover(Set.of(), Set.of(), everything.drafts(), Set.of(), Set.of())));
        assertEquals(
                "handover.choose ", refused(new NewHandover(everything.to(), Set.of(), Set.of(), Set.of(), Set.of())));
        for (Actor other : List.of(FIRST, leaver)) {
            assertThrows(NotFound.class, () -> requests.does(other, () -> leaving.handOver(leaver.id(), everything)));
        }
        for (MyDraft each : requests.as(SECOND, drafts::mine)) {
            requests.does(SECOND, () -> drafts.giveUp(each.line().id()));
        }
    }

    private String refused(NewHandover wanted) {
        RuleViolation refused = assertThrows(
                RuleViolation.class, () -> requests.does(SUPERVISOR, () -> leaving.handOver(leaver.id(), wanted)));
        return refused.messageKey() + " " + refused.field();
    }

    /** Everything of it, to the second. */
    private NewHandover everything() throws Exception {
        return requests.as(SUPERVISOR, () -> {
            Set<CaseId> cases =
                    handovers.of(leaver.id()).first().stream().map(HeldCase::id).collect(Collectors.toSet());
            Set<DraftId> begun =
                    team.of(leaver.id()).stream().map(DraftLine::id).collect(Collectors.toSet());
            Set<EntryId> reads = handovers.grants(leaver.id()).stream()
                    .map(each -> each.grant().id())
                    .collect(Collectors.toSet());
            Set<EntryId> stands = deputies.of(leaver.id()).stream()
                    .map(each -> each.deputyship().id())
                    .collect(Collectors.toSet());
            return new NewHandover(Set.of(SECOND.id()), cases, begun, reads, stands);
        });
    }

    private String inHand() throws Exception {
        NewHandover all = everything();
        return "cases " + all.cases().size() + ", drafts " + all.drafts().size() + ", grants "
                + all.grants().size() + ", deputyships " + all.deputyships().size();
    }
}
