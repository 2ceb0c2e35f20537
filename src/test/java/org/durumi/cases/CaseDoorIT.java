package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessNotRecorded;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.StatementSpy;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** The door to the cases, with the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
class CaseDoorIT {
    private static final NewClosure CLOSING = new NewClosure(CloseReason.DUPLICATE, "The other case says all of it.");
    private static final Actor BAE = new Actor(new UserId("bae"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    private static final Actor YUN = new Actor(new UserId("yun"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    private static final TeamId OTHER_TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000002");
    private static final Actor STRANGER =
            new Actor(new UserId("stranger"), Set.of(Role.SUPERVISOR), Optional.of(OTHER_TEAM), "");

    /** As the migration grants it: the number and the transaction of an entry are the database's. */
    private static final String GRANT = "grant insert (recorded_at, actor, actor_role, session_tag, action, outcome,"
            + " case_refs, field_groups, request_id, search_hash, covered_cases, cases_by_organisation, mac)"
            + " on access_entry to ";

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    AtTheDoor door;

    @Inject
    DecisionService decisions;

    @Inject
    ClosureService closures;

    @Inject
    Told told;

    @Inject
    CaseAccess access;

    @Inject
    CurrentUser user;

    @Inject
    StatementSpy spy;

    @Inject
    UncheckedCases unchecked;

    @BeforeEach
    void the_staff_is_known() throws Exception {
        told.team(OTHER_TEAM);
        told.northTeam(YUN, BAE);
    }

    @Test
    void a_case_is_seen_by_its_caseworker_and_its_supervisor_and_does_not_exist_for_anybody_else() throws Exception {
        CaseNumber number = openedBy(HANEUL);

        assertEquals(number, viewedBy(HANEUL, number).file().number());
        assertEquals(number, viewedBy(SEO, number).file().number());
        assertThrows(NotFound.class, () -> viewedBy(YUN, number));
        assertThrows(NotFound.class, () -> viewedBy(STRANGER, number));
        assertThrows(NotFound.class, () -> viewedBy(HANEUL, new CaseNumber("C-2026-000000")));

        assertEquals(
                List.of(
                        "risk OPEN DONE RISK_FACTS",
                        "haneul CREATE DONE CASE,JOURNEY,PARTICIPANT",
                        "haneul OPEN DONE CASE,JOURNEY,PARTICIPANT",
                        "seo OPEN DONE CASE,JOURNEY,PARTICIPANT",
                        "yun OPEN REFUSED CASE,JOURNEY,PARTICIPANT",
                        "stranger OPEN REFUSED CASE,JOURNEY,PARTICIPANT"),
                entriesOf(number));
        assertEquals(1, entriesOf(new CaseNumber("C-2026-000000")).size());
    }

    @Test
    void a_case_is_gone_for_whom_it_was_taken_from() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        requests.does(SEO, () -> decisions.assign(number, YUN.id()));

        assertEquals(number, viewedBy(YUN, number).file().number());

        Assignment first = viewedBy(SEO, number).assignments().stream()
                .filter(each -> each.caseworker().equals(HANEUL.id()))
                .findFirst()
                .orElseThrow();
        requests.does(SEO, () -> decisions.unassign(number, first.id()));

        assertThrows(NotFound.class, () -> viewedBy(HANEUL, number));
        assertTrue(entriesOf(number).contains("haneul OPEN REFUSED CASE,JOURNEY,PARTICIPANT"));
    }

    @Test
    void what_cannot_be_recorded_is_not_opened() throws Exception {
        CaseNumber number = openedBy(HANEUL);

        Database.asOwner("revoke insert on access_entry from durumi_log");
        try {
            assertThrows(AccessNotRecorded.class, () -> viewedBy(HANEUL, number));
        } finally {
            Database.asOwner(GRANT + "durumi_log");
        }
        assertEquals(number, viewedBy(HANEUL, number).file().number());
    }

    @Test
    void a_change_whose_entry_cannot_be_written_is_not_stored() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant before = viewedBy(HANEUL, number).participants().get(0);

        Database.asOwner("revoke insert on access_entry from durumi_app");
        try {
            assertThrows(
                    AccessNotRecorded.class,
                    () -> requests.does(HANEUL, () -> cases.changeParticipant(number, before.id(), teenager(), 0)));
        } finally {
            Database.asOwner(GRANT + "durumi_app");
        }
        assertEquals(
                before.known(), viewedBy(HANEUL, number).participants().get(0).known());
    }

    @Test
    void an_assessment_that_cannot_be_recorded_reads_nothing_and_the_change_is_not_stored() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant before = viewedBy(HANEUL, number).participants().get(0);

        Database.asOwner("alter table access_entry add constraint broken check (actor <> 'risk') not valid");
        try {
            assertThrows(
                    AccessNotRecorded.class,
                    () -> requests.does(HANEUL, () -> cases.changeParticipant(number, before.id(), teenager(), 0)));
        } finally {
            Database.asOwner("alter table access_entry drop constraint broken");
        }
        assertEquals(
                before.known(), viewedBy(HANEUL, number).participants().get(0).known());
    }

    @Test
    void the_key_of_an_assessment_is_handed_out_once_in_a_request_and_opens_the_case() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        CaseNumber other = openedBy(HANEUL);

        List<String> reasons = new ArrayList<>();
        requests.does(
                HANEUL,
                () -> unchecked.allAround(() -> {
                    CaseView view = search.view(number, AccessGroup.PARTICIPANT);
                    StageEntry entry = view.entries().get(0);
                    access.toAssess(view.file());
                    CaseView another = search.view(other, AccessGroup.PARTICIPANT);
                    access.toAssess(List.of(view.file(), another.file()));
                    access.toAssess(another.file());
                    entry.open(access.toAssess(view.file()));
                    return reasons.add(entry.reason());
                }));

        assertEquals(List.of("told by a relative"), reasons);
        List<String> everything = List.of(
                "haneul CREATE DONE CASE,JOURNEY,PARTICIPANT",
                "haneul OPEN DONE PARTICIPANT",
                "risk OPEN DONE RISK_FACTS",
                "risk OPEN DONE RISK_FACTS");
        for (CaseNumber each : List.of(number, other)) {
            assertEquals(everything, entriesOf(each).stream().sorted().toList(), "one at intake, one now");
        }
    }

    @Test
    void what_somebody_may_is_asked_once_in_a_request_and_again_under_the_lock() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant woman = viewedBy(HANEUL, number).participants().get(0);

        List<String> statements = spy
                .during(() -> requests.as(HANEUL, () -> {
                    CaseView view = search.view(number, AccessGroup.CASE);
                    assertTrue(view.rights().allows(CaseRights.Right.RECORD));
                    assertTrue(search.view(number, AccessGroup.JOURNEY).rights().allows(CaseRights.Right.RECORD));
                    cases.changeParticipant(number, woman.id(), teenager(), woman.version());
                    return null;
                }))
                .stream()
                .flatMap(List::stream)
                .toList();

        assertEquals(2, count(statements, "from case_file .*left join assignment"));
        assertEquals(1, count(statements, "from case_key"));
    }

    @Test
    void while_the_identity_provider_is_away_a_case_is_read_and_nothing_is_recorded_or_decided() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant woman = viewedBy(HANEUL, number).participants().get(0);

        CaseRights rights = requests.as(HANEUL, () -> {
            user.onlyRead();
            return search.view(number, AccessGroup.CASE).rights();
        });

        assertTrue(rights.allows(CaseRights.Right.READ));
        assertEquals(Optional.of("case.only-reading"), rights.whyNot(CaseRights.Right.RECORD));
        assertEquals(
                "case.only-reading",
                refusedForNow(HANEUL, () -> cases.changeParticipant(number, woman.id(), teenager(), woman.version())));
        assertEquals("case.only-reading", refusedForNow(SEO, () -> closures.close(number, CLOSING)));
        assertThrows(
                NotFound.class,
                () -> requests.does(YUN, () -> {
                    user.onlyRead();
                    closures.close(number, CLOSING);
                }));
        assertEquals(
                woman.known(), viewedBy(HANEUL, number).participants().get(0).known());
    }

    @Test
    void the_second_writer_of_a_participant_is_told_and_nothing_is_lost() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant seen = viewedBy(HANEUL, number).participants().get(0);
        requests.does(HANEUL, () -> cases.changeParticipant(number, seen.id(), teenager(), seen.version()));

        assertThrows(
                ChangedMeanwhile.class,
                () -> requests.does(HANEUL, () -> cases.changeParticipant(number, seen.id(), WOMAN, seen.version())));
        assertEquals(teenager(), viewedBy(HANEUL, number).participants().get(0).known());
    }

    @Test
    void a_recorded_entry_is_never_overwritten() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        String entry = viewedBy(HANEUL, number).entries().get(0).id().toString();

        try (Connection app = Database.appOf(HANEUL.id())) {
            assertThrows(
                    SQLException.class,
                    () -> app.createStatement()
                            .executeUpdate("update stage_entry set sealed = 'other words' where id = '" + entry + "'"));
        }
    }

    @Test
    void the_texts_of_a_journey_are_opened_only_for_an_access_that_names_the_journey() throws Exception {
        CaseNumber number = openedBy(HANEUL);

        StageEntry shown = viewedBy(HANEUL, number).entries().get(0);
        StageEntry sealed = requests.as(
                        HANEUL,
                        () -> search.view(number, AccessGroup.PARTICIPANT).entries())
                .get(0);

        assertEquals(told.report(Stage.CONTACT), shown.reported());
        assertEquals(Stage.CONTACT, sealed.stage());
        for (Executable text : List.<Executable>of(
                sealed::reported,
                sealed::happened,
                sealed::knownOn,
                sealed::place,
                sealed::certainty,
                sealed::details)) {
            assertThrows(IllegalStateException.class, text);
        }
    }

    @Test
    void the_key_opens_only_what_the_entries_of_the_request_name() throws Exception {
        CaseNumber number = openedBy(HANEUL);

        requests.does(
                HANEUL,
                () -> door.does(access -> {
                    CaseFile file = access.toRead(number, AccessGroup.PARTICIPANT);
                    assertThrows(IllegalStateException.class, () -> file.key(AccessGroup.JOURNEY));
                    access.alsoNames(file, AccessGroup.JOURNEY);
                    assertNotNull(file.key(AccessGroup.JOURNEY));
                    assertThrows(IllegalStateException.class, () -> file.key(AccessGroup.ALERT));
                    Map<CaseId, NamedKey> listed =
                            access.toList(List.of(number), Map.of(file.id(), number), AccessGroup.ALERT);
                    assertNotNull(listed.get(file.id()).of(AccessGroup.ALERT));
                    assertThrows(
                            IllegalStateException.class,
                            () -> listed.get(file.id()).of(AccessGroup.JOURNEY));
                }));
        requests.does(
                HANEUL,
                () -> door.does(access -> {
                    CaseFile changed = access.toChange(number, AccessGroup.LEG);
                    assertThrows(IllegalStateException.class, () -> changed.key(AccessGroup.JOURNEY));
                }));

        assertEquals(
                List.of(
                        "risk OPEN DONE RISK_FACTS",
                        "haneul CREATE DONE CASE,JOURNEY,PARTICIPANT",
                        "haneul OPEN DONE PARTICIPANT",
                        "haneul OPEN DONE JOURNEY",
                        "haneul LIST DONE ALERT",
                        "haneul OPEN DONE LEG"),
                entriesOf(number));
    }

    @Test
    void what_is_too_long_is_refused_before_it_is_sealed() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        StageEntry first = viewedBy(HANEUL, number).entries().get(0);
        Participant woman = viewedBy(HANEUL, number).participants().get(0);
        String longest = "가".repeat(1000);

        for (StageDetails tooLong : List.of(held("x".repeat(81), ""), held("", "x".repeat(81)))) {
            assertThrows(
                    ConstraintViolationException.class,
                    () -> requests.does(
                            HANEUL,
                            () -> cases.enterStage(
                                    number, woman.id(), told.report(Stage.DETENTION, "", tooLong), woman.version())));
        }
        assertThrows(
                ConstraintViolationException.class,
                () -> requests.does(
                        HANEUL,
                        () -> cases.enterStage(
                                number,
                                woman.id(),
                                told.report(Stage.DETENTION, longest + "가", StageDetails.none()),
                                woman.version())));
        assertThrows(
                ConstraintViolationException.class,
                () -> requests.does(
                        HANEUL,
                        () -> cases.correctEntry(number, first.id(), told.report(Stage.CONTACT), longest + "가")));
        requests.does(
                HANEUL,
                () -> cases.correctEntry(
                        number, first.id(), told.report(Stage.CONTACT, longest, StageDetails.none()), longest));
        EntryId corrected = viewedBy(HANEUL, number).participants().get(0).standingEntry();
        assertThrows(
                ConstraintViolationException.class,
                () -> requests.does(SEO, () -> decisions.sendBack(number, corrected, longest + "가")));

        List<StageEntry> entries = viewedBy(HANEUL, number).entries();
        assertEquals(2, entries.size());
        assertEquals(longest, entries.get(0).strikeReason());
        assertEquals(longest, entries.get(1).reason());
    }

    @Test
    void a_supervisor_confirms_or_sends_back_what_a_caseworker_recorded() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant woman = viewedBy(HANEUL, number).participants().get(0);
        requests.does(
                HANEUL, () -> cases.enterStage(number, woman.id(), told.report(Stage.DETENTION), woman.version()));
        Participant held = viewedBy(HANEUL, number).participants().get(0);
        requests.does(HANEUL, () -> cases.enterStage(number, woman.id(), told.report(Stage.CONTACT), held.version()));

        WaitingEntry<StageEntry> waiting = requests.as(SEO, () -> decisions.waiting()).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertEquals(PartialDate.on(told.today()), waiting.entry().happened());
        assertEquals(Stage.CONTACT, viewedBy(SEO, number).file().stage());

        requests.does(SEO, () -> decisions.sendBack(number, waiting.entry().id(), "she is still held"));

        CaseView after = viewedBy(SEO, number);
        assertEquals(Stage.DETENTION, after.file().stage());
        assertEquals(3, after.entries().size());
        assertEquals(2, after.journey(woman.id()).size());
    }

    @Test
    void what_is_sent_back_leaves_nothing_behind_that_nobody_confirmed() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        NewStage before = standing(number).reported();
        for (String other : List.of("one mistake", "another mistake")) {
            EntryId wrong = standing(number).id();
            NewStage right = told.report(Stage.CONTACT, other, StageDetails.none());
            requests.does(HANEUL, () -> cases.correctEntry(number, wrong, right, "to hide the first"));
        }
        EntryId second = standing(number).id();
        requests.does(SEO, () -> decisions.sendBack(number, second, "both are wrong"));

        assertEquals(before, standing(number).reported());
        assertFalse(standing(number).isWaiting());

        told.enters(number, told.report(Stage.DETENTION));
        told.enters(number, told.report(Stage.CONTACT));
        EntryId released = standing(number).id();
        requests.does(
                HANEUL,
                () -> cases.correctEntry(number, released, told.report(Stage.CONTACT), "to hide that it waits"));
        EntryId corrected = standing(number).id();
        requests.does(SEO, () -> decisions.sendBack(number, corrected, "nothing was wrong"));

        assertTrue(standing(number).isWaiting(), "the release still needs somebody who confirms it");
    }

    private StageEntry standing(CaseNumber number) throws Exception {
        CaseView view = viewedBy(HANEUL, number);
        EntryId standing = view.participants().getFirst().standingEntry();
        return view.entries().stream()
                .filter(each -> each.id().equals(standing))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_closed_case_is_only_read_until_it_is_reopened() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        requests.does(SEO, () -> closures.close(number, CLOSING));
        Participant woman = viewedBy(HANEUL, number).participants().get(0);

        assertThrows(
                RuleViolation.class,
                () -> requests.does(HANEUL, () -> cases.changeParticipant(number, woman.id(), teenager(), 0)));

        requests.does(SEO, () -> closures.reopen(number, new NewReopening("she called again", Optional.empty())));
        requests.does(HANEUL, () -> cases.changeParticipant(number, woman.id(), teenager(), woman.version()));
    }

    @Test
    void nobody_alone_closes_the_case_of_somebody_who_is_held() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        told.enters(number, told.report(Stage.DETENTION));
        assertFalse(requests.as(SEO, () -> closures.close(number, CLOSING)));

        CaseFile asked = viewedBy(SEO, number).file();
        assertTrue(asked.isOpen());
        assertTrue(requests.as(BAE, () -> closures.waiting()).stream()
                .anyMatch(line -> line.number().equals(number)));
        assertEquals("closure.asked-already", refusal(BAE, () -> closures.close(number, CLOSING)));
        assertEquals("closure.same-person", refusal(SEO, () -> closures.confirm(number)));
        assertEquals("closure.same-person", refusal(SEO, () -> closures.decline(number)));
        assertEquals("closure.withdraw.other", refusal(BAE, () -> closures.withdraw(number)));
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> closures.confirm(number)));

        requests.does(SEO, () -> closures.withdraw(number));
        requests.does(SEO, () -> closures.close(number, CLOSING));
        requests.does(BAE, () -> closures.decline(number));
        assertTrue(viewedBy(SEO, number).file().isOpen());
        requests.does(SEO, () -> closures.close(number, CLOSING));
        requests.does(BAE, () -> closures.confirm(number));

        CaseFile closed = viewedBy(SEO, number).file();
        assertFalse(closed.isOpen());
        assertEquals(BAE.id(), closed.closed().orElseThrow().by());
        assertEquals(
                CLOSING.why(),
                requests.as(
                        SEO,
                        () -> closures.last(
                                        search.view(number, AccessGroup.CASE).file())
                                .orElseThrow()
                                .why()));
    }

    @Test
    void the_list_filters_sorts_and_records_what_it_showed() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        Participant woman = viewedBy(HANEUL, number).participants().get(0);
        requests.does(
                HANEUL, () -> cases.enterStage(number, woman.id(), told.report(Stage.DETENTION), woman.version()));

        CaseFilter held = new CaseFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Stage.DETENTION),
                Optional.empty(),
                Optional.of(CaseKind.INDIVIDUAL),
                Optional.of(new CountryCode("CN")),
                false,
                CaseFilter.Sort.CHANGED,
                false,
                0);

        CaseLine line = requests.as(HANEUL, () -> search.list(held)).lines().get(0);
        assertEquals(number, line.file().number());
        assertEquals(List.of("haneul"), line.caseworkers());
        assertEquals(Level.CRITICAL, line.file().level());
        for (CaseFilter.Sort sort : CaseFilter.Sort.values()) {
            CaseFilter all = CaseFilter.all();
            for (boolean reversed : List.of(false, true)) {
                CaseFilter sorted = new CaseFilter(
                        all.team(),
                        Optional.of(HANEUL.id()),
                        CaseNumberEnd.read(number.value().substring(4)),
                        all.stage(),
                        Optional.of(Level.CRITICAL),
                        all.kind(),
                        all.country(),
                        false,
                        sort,
                        reversed,
                        0);
                assertEquals(
                        List.of(number),
                        requests.as(SEO, () -> search.list(sorted)).lines().stream()
                                .map(each -> each.file().number())
                                .toList());
            }
        }
        assertEquals(List.of(), requests.as(YUN, () -> search.list(held)).lines());
        assertTrue(entriesOf(number).contains("haneul LIST DONE CASE"));
    }

    @Test
    void a_list_says_what_its_cases_are_called_and_how_many_people_are_in_them() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        requests.does(HANEUL, () -> cases.addParticipant(number, teenager(), told.report(Stage.CONTACT)));
        called(number, "자매 둘");
        Optional<CaseNumberEnd> end = CaseNumberEnd.read(number.value());
        CaseFilter all = CaseFilter.all();
        CaseFilter only = new CaseFilter(
                all.team(),
                all.caseworker(),
                end,
                all.stage(),
                all.level(),
                all.kind(),
                all.country(),
                false,
                CaseFilter.Sort.PEOPLE,
                false,
                0);

        for (Actor reader : List.of(HANEUL, SEO)) {
            CaseLine line = requests.as(reader, () -> search.list(only)).lines().get(0);
            assertEquals("자매 둘", line.file().label());
            assertEquals(2, line.file().people());
        }

        assertEquals(
                List.of("f"),
                Database.lines(
                        "select position(convert_to('자매', 'UTF8') in sealed_label) > 0 from case_file where number = ?",
                        number.value()));
        called(number, "");
        assertEquals(
                "",
                requests.as(SEO, () -> search.list(only)).lines().get(0).file().label());
        assertTrue(entriesOf(number).contains("haneul CHANGE DONE CASE"));
    }

    @Test
    void the_labels_of_a_list_cost_one_look_for_keys() throws Exception {
        called(openedBy(HANEUL), "the first");
        called(openedBy(HANEUL), "the second");

        CaseFilter lastChanged = CaseFilter.all().sortedBy(CaseFilter.Sort.CHANGED, false);
        CasePage[] page = new CasePage[1];
        List<String> statements =
                spy.during(() -> page[0] = requests.as(HANEUL, () -> search.list(lastChanged))).stream()
                        .flatMap(List::stream)
                        .toList();

        assertTrue(page[0].lines().stream()
                        .filter(each -> !each.file().label().isEmpty())
                        .count()
                >= 2);
        assertEquals(1, count(statements, "from case_key"));
        assertEquals(0, count(statements, "from participant"));
    }

    @Test
    void the_second_who_describes_a_case_is_told() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        CaseDescription known = requests.as(
                HANEUL, () -> search.view(number, AccessGroup.CASE).file().description());
        requests.does(HANEUL, () -> cases.describe(number, known.labelled("first"), 0));

        assertThrows(
                ChangedMeanwhile.class,
                () -> requests.does(HANEUL, () -> cases.describe(number, known.labelled("second"), 0)));
        assertThrows(
                NotFound.class, () -> requests.does(YUN, () -> cases.describe(number, known.labelled("not mine"), 1)));

        assertEquals("first", viewedBy(HANEUL, number).file().label());
    }

    @Test
    void a_number_leads_to_a_case_of_ones_own_and_tells_nothing_of_others() throws Exception {
        CaseNumber number = openedBy(HANEUL);
        CaseNumberEnd end = CaseNumberEnd.read(number.value()).orElseThrow();

        assertEquals(List.of(number), requests.as(HANEUL, () -> search.ending(end)));
        assertEquals(List.of(number), requests.as(SEO, () -> search.ending(end)));
        assertEquals(List.of(), requests.as(YUN, () -> search.ending(end)));
        assertTrue(entriesOf(number).contains("haneul LIST DONE CASE"));
        assertFalse(entriesOf(number).stream().anyMatch(each -> each.startsWith("yun")));
    }

    @Test
    void the_countries_of_ones_open_cases_are_known() throws Exception {
        CaseNumber number = openedBy(HANEUL);

        for (Actor reader : List.of(HANEUL, SEO)) {
            assertTrue(requests.as(reader, () -> search.countries()).contains(new CountryCode("CN")));
        }
        Actor newcomer = new Actor(new UserId("newcomer"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
        assertEquals(List.of(), requests.as(newcomer, () -> search.countries()));
        assertEquals(
                "CN", viewedBy(HANEUL, number).file().country().orElseThrow().value());
    }

    private void called(CaseNumber number, String label) throws Exception {
        requests.does(HANEUL, () -> {
            CaseFile file = search.view(number, AccessGroup.CASE).file();
            cases.describe(number, file.description().labelled(label), file.described());
        });
    }

    private CaseNumber openedBy(Actor caseworker) throws Exception {
        return told.caseOf(caseworker, WOMAN);
    }

    private CaseView viewedBy(Actor reader, CaseNumber number) throws Exception {
        return requests.as(
                reader, () -> search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY));
    }

    private static StageDetails held(String authority, String facility) {
        return StageDetails.none().with(authority, facility, Answer.NO, GoalKnown.UNKNOWN);
    }

    private static NewParticipant teenager() {
        return new NewParticipant(ParticipantRole.PRINCIPAL, AgeBand.AGE_12_17, Sex.FEMALE, Answer.NO, Answer.UNKNOWN);
    }

    private String refusal(Actor actor, Requests.Work work) {
        return assertThrows(RuleViolation.class, () -> requests.does(actor, work))
                .messageKey();
    }

    private String refusedForNow(Actor actor, Requests.Work work) {
        return assertThrows(
                        RuleViolation.class,
                        () -> requests.does(actor, () -> {
                            user.onlyRead();
                            work.run();
                        }))
                .messageKey();
    }

    private static long count(List<String> statements, String pattern) {
        Pattern found = Pattern.compile(pattern, Pattern.DOTALL);
        return statements.stream().filter(each -> found.matcher(each).find()).count();
    }

    private static List<String> entriesOf(CaseNumber number) throws SQLException {
        return Database.lines(
                "select actor || ' ' || action || ' ' || outcome || ' ' || array_to_string(field_groups, ',')"
                        + " from access_entry where ? = any (case_refs) order by id",
                number.value());
    }
}
