package org.durumi.people;

import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessEntry;
import org.durumi.accesslog.AccessFilter;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLogService;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewCase;
import org.durumi.cases.NewStage;
import org.durumi.cases.Priority;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names, from their recording to the search for duplicates, with the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
class NamesIT {
    private static final TeamId EAST = TeamId.of("7d9c1d5e-0000-4000-8000-00000000000e");
    private static final TeamId WEST = TeamId.of("7d9c1d5e-0000-4000-8000-00000000000f");
    private static final Actor MIN = new Actor(new UserId("names-min"), Set.of(Role.CASEWORKER), Optional.of(EAST), "");
    private static final Actor JI = new Actor(new UserId("names-ji"), Set.of(Role.CASEWORKER), Optional.of(WEST), "");
    private static final Actor MOON =
            new Actor(new UserId("names-moon"), Set.of(Role.SUPERVISOR), Optional.of(EAST), "");
    private static final Actor AUDITOR = new Actor(new UserId("names-oh"), Set.of(Role.AUDITOR), Optional.empty(), "");

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    PersonService people;

    @Inject
    NameSearchService search;

    @Inject
    DuplicateSearch duplicates;

    @Inject
    AccessLogService log;

    @Inject
    Told told;

    @Inject
    Clock clock;

    @BeforeEach
    void the_staff_is_known() throws Exception {
        told.team(EAST, MIN, MOON);
        told.team(WEST, JI);
    }

    @Test
    void a_name_is_shown_to_whom_it_concerns_and_stands_nowhere_in_clear() throws Exception {
        CaseNumber number = caseOf(MIN, hangul("옥별님"), latin("Ok Pyol Nim", 1987), han("玉玭"));

        assertEquals(
                List.of(
                        "옥별님 HANGUL LEGAL Optional.empty",
                        "Ok Pyol Nim LATIN LEGAL Optional[1987]",
                        "玉玭 HAN LEGAL Optional.empty"),
                sorted(requests.as(MIN, () -> people.view(number)), "옥별님", "Ok Pyol Nim", "玉玭"));
        assertEquals(3, requests.as(MOON, () -> people.view(number)).names().size());
        for (String secret : List.of("옥별님", "Ok Pyol Nim", "玉玭")) {
            assertEquals(List.of(), rowsWith("person_name", secret));
            assertEquals(List.of(), rowsWith("person_index", secret));
            assertEquals(List.of(), rowsWith("access_entry", secret));
        }
        assertEquals(
                List.of(
                        "risk OPEN DONE RISK_FACTS",
                        "names-min CREATE DONE CASE,JOURNEY,PARTICIPANT",
                        "names-min OPEN DONE NAME",
                        "names-min CHANGE DONE NAME",
                        "names-min OPEN DONE NAME,PARTICIPANT",
                        "names-moon OPEN DONE NAME,PARTICIPANT"),
                entriesOf(number));
    }

    @Test
    void for_anybody_else_there_are_no_names() throws Exception {
        CaseNumber number = caseOf(MIN, hangul("피은숲"));
        PersonName name = requests.as(MIN, () -> people.view(number)).names().get(0);

        for (Actor stranger : List.of(JI, AUDITOR)) {
            assertThrows(NotFound.class, () -> requests.as(stranger, () -> people.view(number)));
            assertThrows(
                    NotFound.class,
                    () -> requests.does(
                            stranger, () -> people.record(number, name.participant(), List.of(hangul("피은솔")))));
        }
        for (Actor reader : List.of(JI, AUDITOR, MOON)) {
            assertThrows(
                    NotFound.class,
                    () -> requests.does(reader, () -> people.correct(number, name.id(), Optional.empty())));
        }
        assertThrows(NotFound.class, () -> requests.as(AUDITOR, () -> search.find("피은숲")));
        assertThrows(NotFound.class, () -> requests.as(MOON, () -> duplicates.ask(List.of())));
        assertEquals(List.of(), requests.as(JI, () -> search.find("피은숲")).hits());
        assertTrue(requests.as(MIN, () -> people.view(number)).names().get(0).stands());
    }

    @Test
    void a_wrong_name_is_struck_and_stays_and_is_never_overwritten() throws Exception {
        CaseNumber number = caseOf(MIN, hangul("단보슬"));
        PersonName wrong = requests.as(MIN, () -> people.view(number)).names().get(0);

        requests.does(MIN, () -> people.correct(number, wrong.id(), Optional.of(hangul("단보설"))));

        NamesView view = requests.as(MIN, () -> people.view(number));
        assertEquals("단보설", view.standing(wrong.participant()).get(0).text());
        assertEquals("단보슬", view.struck(wrong.participant()).get(0).text());
        assertEquals(
                MIN.id(),
                view.struck(wrong.participant()).get(0).struck().orElseThrow().by());
        assertThrows(
                RuleViolation.class,
                () -> requests.does(MIN, () -> people.correct(number, wrong.id(), Optional.empty())));
        assertEquals(List.of(), requests.as(MIN, () -> search.find("단보슬")).hits());
        for (String change : List.of(
                "update person_name set sealed = '\\x00' where case_id = '%s'",
                "update person_name set struck_at = now(), struck_by = 'x' where case_id = '%s' and struck_at is not null",
                "delete from person_name where case_id = '%s'",
                "delete from person_index where case_id = '%s'")) {
            try (Connection app = Database.app()) {
                assertThrows(SQLException.class, () -> {
                    app.setAutoCommit(false);
                    app.createStatement()
                            .execute(
                                    "select set_config('app.user', '" + MIN.id().value() + "', true)");
                    app.createStatement()
                            .executeUpdate(change.formatted(view.file().id()));
                });
            }
        }
    }

    @Test
    void the_search_finds_other_spellings_in_ones_own_cases_and_records_no_word_of_it() throws Exception {
        CaseNumber north = caseOf(MIN, hangul("량너울"));
        CaseNumber foreign = caseOf(JI, hangul("량너울"));

        for (String term : List.of("량너울", "양너울", "너울", "Ryang No Ul", "Yang Neoul", "neo-ul")) {
            NameHits found = requests.as(MIN, () -> search.find(term));
            assertTrue(found.complete());
            assertEquals(
                    List.of(north),
                    found.hits().stream().map(NameHits.Hit::number).toList(),
                    term);
            assertEquals("A", found.hits().get(0).label());
        }
        assertEquals(
                List.of(north),
                requests.as(MOON, () -> search.find("양너울")).hits().stream()
                        .map(NameHits.Hit::number)
                        .toList());

        List<String> hashes = Database.lines(
                "select search_hash from access_entry where ? = any (case_refs) and action = 'SEARCH' and actor ="
                        + " 'names-min' order by id",
                north.value());
        assertEquals(6, Set.copyOf(hashes).size(), "one for each term");
        assertTrue(hashes.stream().allMatch(each -> each.matches("[0-9a-f]{16}")));
        assertFalse(entriesOf(foreign).contains("names-min SEARCH DONE NAME"));
    }

    @Test
    void a_possible_duplicate_tells_nothing_of_a_foreign_case() throws Exception {
        CaseNumber foreign = caseOf(JI, hangul("류다온별", 1990));

        Duplicates answer = asks(MIN, latin("Yoo Da-on-byeol", 1991));
        assertEquals(new Duplicates(Set.of(), true, List.of()), answer);
        caseOf(JI, hangul("유다온별", 1990));
        assertEquals(answer, asks(MIN, latin("Yoo Da-on-byeol", 1991)), "two cases look like one");
        assertEquals(new Duplicates(Set.of(), false, List.of()), asks(MIN, latin("Yoo Da-on-byeol", 1985)));
        assertEquals(new Duplicates(Set.of(), false, List.of()), asks(MIN, hangul("류")));
        assertTrue(asks(MIN, hangul("류다온별")).elsewhere(), "without a year");
        assertEquals(new Duplicates(Set.of(foreign), false, List.of()), one(asks(JI, hangul("류다온별", 1990)), foreign));

        assertFalse(
                entriesOf(foreign).contains("duplicate-search SEARCH DONE NAME"),
                "no auditor learns whom they asked about");
        assertEquals(
                List.of("0 true"),
                Database.lines(
                        "select cardinality(case_refs) || ' ' || (covered_cases > 0 and length(cases_by_organisation) > 64)"
                                + " from access_entry where actor = 'duplicate-search' order by id desc limit 1"));
        assertFalse(entriesOf(foreign).contains("names-min SEARCH DONE NAME"));
        assertTrue(entriesOf(foreign).contains("names-ji SEARCH DONE NAME"));
    }

    @Test
    void each_person_asked_for_has_an_entry_with_a_hash_of_their_own() throws Exception {
        CaseNumber first = caseOf(MIN, hangul("설다옴"));
        CaseNumber second = caseOf(MIN, hangul("마루빛"));
        String hashes = "select search_hash from access_entry"
                + " where actor = 'names-min' and action = 'SEARCH' and ? = any (case_refs) order by id";

        asks(MIN, hangul("설다옴"));
        List<String> alone = Database.lines(hashes, first.value());
        requests.as(MIN, () -> duplicates.ask(List.of(List.of(hangul("설다옴")), List.of(), List.of(hangul("마루빛")))));
        List<String> together = Database.lines(hashes, first.value());
        List<String> other = Database.lines(hashes, second.value());

        assertEquals(1, alone.size());
        assertEquals(List.of(alone.get(0), alone.get(0)), together);
        assertEquals(1, other.size());
        assertFalse(alone.contains(other.get(0)));
    }

    @Test
    void two_people_of_one_intake_are_compared_like_people_of_known_cases() throws Exception {
        List<Duplicates> answers = requests.as(
                MIN,
                () -> duplicates.ask(List.of(
                        List.of(hangul("류고운솔", 1990)),
                        List.of(),
                        List.of(han("柳好"), latin("Yoo Go-un-sol", 1991)),
                        List.of(hangul("류고운솔", 1960)))));

        assertEquals(
                List.of(List.of(2), List.of(), List.of(0), List.of()),
                answers.stream().map(Duplicates::beside).toList());
        assertEquals(
                List.of(false, false, false, false),
                answers.stream().map(Duplicates::isKnown).toList());
    }

    @Test
    void a_struck_name_is_no_duplicate() throws Exception {
        CaseNumber number = caseOf(JI, hangul("맹가람솔"));
        PersonName name = requests.as(JI, () -> people.view(number)).names().get(0);
        assertTrue(asks(MIN, hangul("맹가람솔")).elsewhere());

        requests.does(JI, () -> people.correct(number, name.id(), Optional.empty()));

        assertFalse(asks(MIN, hangul("맹가람솔")).isFound());
    }

    @Test
    void the_answer_takes_the_same_time_whatever_it_is() throws Exception {
        caseOf(JI, hangul("표하늘샘"));
        asks(MIN, hangul("표하늘샘"));
        List<Duration> found = new ArrayList<>();
        List<Duration> none = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            found.add(timed(() -> asks(MIN, hangul("표하늘샘"))));
            none.add(timed(() -> asks(MIN, hangul("표하늘샛"))));
        }
        Duration difference = median(found).minus(median(none)).abs();

        assertTrue(difference.toMillis() < 100, () -> "apart by " + difference);
    }

    @Test
    void the_auditor_sees_that_names_were_shown_and_searched_for_and_no_name() throws Exception {
        CaseNumber number = caseOf(MIN, hangul("복나래"));
        requests.as(MIN, () -> people.view(number));
        requests.as(MIN, () -> search.find("복나래"));

        List<AccessEntry> entries = requests.as(
                AUDITOR,
                () -> log.newest(new AccessFilter(
                        Instant.EPOCH,
                        clock.instant().plusSeconds(60),
                        Optional.of(MIN.id()),
                        Optional.of(number),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));

        assertEquals(Optional.of(AccessAction.SEARCH), entries.get(0).action());
        assertEquals(List.of(Optional.of(AccessGroup.NAME)), entries.get(0).groups());
        assertEquals(
                List.of(Optional.of(AccessGroup.NAME), Optional.of(AccessGroup.PARTICIPANT)),
                entries.get(1).groups());
        assertEquals(List.of(), rowsWith("access_entry", "복나래"));
    }

    private CaseNumber caseOf(Actor caseworker, NewName... names) throws Exception {
        LocalDate today = told.today();
        NewStage contact = new NewStage(
                Stage.CONTACT, PartialDate.on(today), today, KUNMING, Certainty.PROBABLE, "", StageDetails.none());
        NewCase reported = new NewCase(
                CaseKind.INDIVIDUAL,
                RouteKind.LAND_VIA_CHINA,
                Optional.empty(),
                Priority.NORMAL,
                List.of(WOMAN),
                contact);
        return requests.as(caseworker, () -> {
            CaseNumber number = cases.open(reported);
            people.recordAll(number, List.of(List.of(names)));
            return number;
        });
    }

    private Duplicates asks(Actor caseworker, NewName... names) throws Exception {
        return requests.as(
                caseworker, () -> duplicates.ask(List.of(List.of(names))).get(0));
    }

    private static Duplicates one(Duplicates answer, CaseNumber number) {
        assertTrue(answer.own().contains(number));
        return new Duplicates(Set.of(number), answer.elsewhere(), List.of());
    }

    private static List<String> sorted(NamesView view, String... texts) {
        return List.of(texts).stream()
                .map(text -> view.names().stream()
                        .filter(each -> each.text().equals(text))
                        .map(each -> text + " " + each.form() + " " + each.kind() + " " + each.birthYear())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Duration timed(Requests.Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static NewName hangul(String text) {
        return new NewName(NameForm.HANGUL, NameKind.LEGAL, text, Optional.empty());
    }

    private static NewName hangul(String text, int birthYear) {
        return new NewName(NameForm.HANGUL, NameKind.LEGAL, text, Optional.of(birthYear));
    }

    private static NewName latin(String text, int birthYear) {
        return new NewName(NameForm.LATIN, NameKind.LEGAL, text, Optional.of(birthYear));
    }

    private static NewName han(String text) {
        return new NewName(NameForm.HAN, NameKind.LEGAL, text, Optional.empty());
    }

    /** Rows of a table in which a text stands, also as the bytes of a sealed value. */
    private static List<String> rowsWith(String table, String secret) throws SQLException {
        String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        return Database.lines(
                "select to_jsonb(t)::text from " + table + " t where strpos(to_jsonb(t)::text, ?) > 0"
                        + " or strpos(to_jsonb(t)::text, ?) > 0",
                secret,
                bytes);
    }

    private static List<String> entriesOf(CaseNumber number) throws SQLException {
        return Database.lines(
                "select actor || ' ' || action || ' ' || outcome || ' ' || array_to_string(field_groups, ',')"
                        + " from access_entry where ? = any (case_refs) order by id",
                number.value());
    }
}
