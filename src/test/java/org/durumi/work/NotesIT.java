package org.durumi.work;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.durumi.work.NoteFixtures.call;
import static org.durumi.work.NoteFixtures.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewSplit;
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.Participant;
import org.durumi.cases.SplitService;
import org.durumi.cases.TakingOutService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.reports.SummaryService;
import org.durumi.route.RouteKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes and contacts with the real server: who writes, who changes, what stands in the table and what goes where. */
@ExtendWith(ArquillianExtension.class)
class NotesIT {
    private static final String CANARY = "카나리아 筆記 canary note";
    private static final Actor YUN =
            new Actor(new UserId("yun-of-notes"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    private static final Actor NURI =
            new Actor(new UserId("nuri-of-notes"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    NoteService notes;

    @Inject
    DecisionService decisions;

    @Inject
    ClosureService closures;

    @Inject
    SplitService splits;

    @Inject
    TakingOutService takingOut;

    @Inject
    CaseSearch search;

    @Inject
    SummaryService summaries;

    private CaseNumber number;
    private ParticipantId first;
    private ParticipantId second;

    @BeforeEach
    void two_women_are_in_touch_with_haneul() throws Exception {
        told.northTeam(YUN, NURI);
        number = told.caseOf(HANEUL, WOMAN, WOMAN);
        List<Participant> both = told.participants(number);
        first = both.get(0).id();
        second = both.get(1).id();
    }

    @Test
    void what_is_written_stands_in_no_table_and_opens_again() throws Exception {
        NewContact contact = new NewContact(
                NoteKind.MESSAGE,
                ContactBy.MESSENGER,
                Set.of(first),
                CANARY,
                ContactOutcome.SOMEBODY_ELSE,
                PartialDate.on(told.today()).inTheWords(CANARY),
                CANARY,
                Set.of(second));
        EntryId written = write(HANEUL, note(CANARY, first));
        EntryId told = requests.as(HANEUL, () -> notes.record(number, contact));
        requests.does(HANEUL, () -> notes.add(number, written, new NewAddendum(CANARY)));

        String ofCase = "case_id = (select id from case_file where number = '" + number + "')";
        List<String> rows = Database.lines("select row::text from note row where " + ofCase);
        assertEquals(3, rows.size());
        for (String row : rows) {
            assertFalse(Stream.of("canary", "카나리아", "筆記", "MESSAGE", "SOMEBODY_ELSE", first.toString())
                    .anyMatch(row::contains));
        }
        Notes all = all(SEO);
        assertEquals(
                NoteWords.of(contact, this.told.today()),
                all.one(told).orElseThrow().known());
        assertEquals(
                List.of(CANARY),
                all.addenda(all.one(written).orElseThrow()).stream()
                        .map(Note::text)
                        .toList());
        assertEquals(
                2,
                requests.as(
                        HANEUL,
                        () -> notes.numberOf(
                                search.view(number, AccessGroup.CASE).file())));
    }

    @Test
    void its_author_changes_it_and_the_earlier_text_stays_struck() throws Exception {
        EntryId wrong = write(HANEUL, note("afraid of her hasband", first));
        assertEquals("correctionReason entry.reason.missing", refusal(() -> change(HANEUL, wrong, " ", 0)));

        change(HANEUL, wrong, "a typing error", 0);

        Notes all = all(HANEUL);
        Note right = all.inPlaceOf(wrong).orElseThrow();
        assertEquals(List.of("afraid", "afraid of her hasband"), texts(all));
        assertEquals(Set.of(second), right.whom());
        assertEquals("a typing error", all.one(wrong).orElseThrow().strikeReason());
        assertThrows(
                ChangedMeanwhile.class, () -> change(HANEUL, wrong, "once more", 0), "another stands in its place");
        change(HANEUL, right.id(), "once more", right.version());
        assertEquals(1, all(HANEUL).standing().size());
    }

    @Test
    void nobody_else_changes_it_but_whoever_works_on_the_case_adds_to_it() throws Exception {
        requests.does(SEO, () -> decisions.assign(number, YUN.id()));
        EntryId note = write(HANEUL, note("afraid", first));

        assertEquals(" note.fixed.of-another", refusal(() -> change(YUN, note, "not so", 0)));
        assertThrows(NotFound.class, () -> change(SEO, note, "not so", 0), "a supervisor writes nothing into a case");
        assertThrows(NotFound.class, () -> add(SEO, note));
        assertThrows(NotFound.class, () -> add(NURI, note), "does not work on it");
        assertThrows(NotFound.class, () -> write(NURI, note("x")));
        assertThrows(NotFound.class, () -> all(NURI));
        add(YUN, note);

        Notes all = all(SEO);
        Note stands = all.one(note).orElseThrow();
        assertEquals(
                List.of(YUN.id()),
                all.addenda(stands).stream().map(each -> each.recorded().by()).toList());
        assertEquals(
                List.of(true, false, false),
                List.of(mayChange(HANEUL, note), mayChange(YUN, note), mayChange(SEO, note)));
    }

    @Test
    void a_note_and_a_contact_are_no_two_ways_to_say_the_same() throws Exception {
        EntryId call = requests.as(
                HANEUL,
                () -> notes.record(number, call(ContactOutcome.REACHED, PartialDate.unknown(), "", Set.of(first))));

        assertThrows(NotFound.class, () -> change(HANEUL, call, "no call", 0));
        assertThrows(NotFound.class, () -> write(HANEUL, note("x", ParticipantId.create())));
        EntryId added = requests.as(HANEUL, () -> notes.add(number, call, new NewAddendum("more")));
        assertEquals(call, added, "what is added is shown with its note");
        EntryId addendum = all(HANEUL).all().getLast().id();
        assertThrows(NotFound.class, () -> change(HANEUL, addendum, "what is added is fixed", 0));
        assertThrows(NotFound.class, () -> add(HANEUL, addendum));
    }

    @Test
    void a_closed_case_takes_none() throws Exception {
        EntryId note = write(HANEUL, note("afraid", first));
        requests.does(
                SEO,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "Both withdrew and want no contact.")));

        assertEquals(" case.closed", refusal(() -> write(HANEUL, note("more"))));
        assertEquals(" case.closed", refusal(() -> change(HANEUL, note, "not so", 0)));
        assertEquals(" case.closed", refusal(() -> add(HANEUL, note)));
        assertEquals(List.of("afraid"), texts(all(HANEUL)));
    }

    @Test
    void of_somebody_who_was_taken_out_nothing_more_is_written_and_what_is_written_stays() throws Exception {
        EntryId hers = write(HANEUL, note("of the second", second));
        EntryId both = write(HANEUL, note("of both", first, second));
        requests.does(
                SEO, () -> takingOut.takeOut(number, second, new NewTakingOut("She was entered twice by mistake.")));

        assertThrows(RuleViolation.class, () -> write(HANEUL, note("more of her", second)));
        assertThrows(RuleViolation.class, () -> add(HANEUL, hers));
        add(HANEUL, both);
        assertEquals(List.of("of both", "of the second"), texts(all(HANEUL)));
    }

    @Test
    void only_what_is_about_her_alone_goes_along_when_somebody_is_split_off() throws Exception {
        EntryId wrong = write(HANEUL, note("of the secnd", second));
        add(HANEUL, wrong);
        change(HANEUL, wrong, "a typing error", 0);
        write(HANEUL, note("of both", first, second));
        write(HANEUL, note("of the case"));
        write(HANEUL, note("of the first", first));

        CaseNumber other = requests.as(
                SEO,
                () -> splits.split(
                        number,
                        new NewSplit(
                                Set.of(second),
                                CaseKind.INDIVIDUAL,
                                RouteKind.LAND_VIA_CHINA,
                                "She goes on alone, with other people.")));

        Notes there = requests.as(HANEUL, () -> notes.view(other));
        assertEquals(List.of("afraid"), texts(there));
        Note copy = there.standing().getFirst();
        assertEquals(
                List.of("more"), there.addenda(copy).stream().map(Note::text).toList());
        assertFalse(
                requests.as(
                        HANEUL,
                        () -> notes.mayChange(
                                search.view(other, AccessGroup.NOTE).file(), there, copy)),
                "what was copied is fixed");
        assertEquals(5, texts(all(HANEUL)).size());
        assertEquals(
                List.of("split"),
                Database.lines(
                        "select actor from access_entry where ? = any (case_refs) and actor = 'split'"
                                + " and 'NOTE' = any (field_groups)",
                        number.value()));
    }

    @Test
    void a_row_that_somebody_changed_in_the_database_is_left_out_and_told_of() throws Exception {
        EntryId one = write(HANEUL, note("afraid", first));
        EntryId other = write(HANEUL, note("not afraid", first));
        add(HANEUL, one);
        Database.asOwner("alter table note disable trigger note_kept");
        try {
            superuser("update note set addendum_to = '" + other + "' where addendum_to = '" + one + "'");
            superuser("update note set recorded_by = 'yun-of-notes' where id = '" + other + "'");
        } finally {
            Database.asOwner("alter table note enable trigger note_kept");
        }

        List<Integer> met = requests.as(HANEUL, () -> {
            var file = search.view(number, AccessGroup.NOTE).file();
            return List.of(notes.of(file).all().size(), file.changedOutside());
        });
        assertEquals(List.of(1, 2), met);
    }

    @Test
    void nothing_of_it_is_printed() throws Exception {
        write(HANEUL, note(CANARY, first));
        add(HANEUL, write(HANEUL, note(CANARY)));
        Texts english = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));

        assertFalse(requests.as(HANEUL, () -> summaries.internal(number, english))
                .toString()
                .contains(CANARY));
        assertEquals(
                List.of(),
                Database.lines(
                        "select action from access_entry where ? = any (case_refs) and 'NOTE' = any (field_groups)"
                                + " and action = 'EXPORT'",
                        number.value()));
    }

    @Test
    void there_is_room_for_so_many_of_a_kind_and_no_more() throws Exception {
        requests.does(HANEUL, () -> {
            for (int i = 0; i < 300; i++) {
                notes.record(number, note("nr " + i, first));
            }
        });

        assertEquals(" case.room.of-a-kind", refusal(() -> write(HANEUL, note("one too many", first))));
        write(HANEUL, note("of the other", second));
        requests.does(
                HANEUL,
                () -> notes.record(number, call(ContactOutcome.REACHED, PartialDate.unknown(), "", Set.of(first))));
        assertEquals(302, all(HANEUL).standing().size());
    }

    private EntryId write(Actor who, NewNote told) throws Exception {
        return requests.as(who, () -> notes.record(number, told));
    }

    /** Says «afraid» of the second, in the place of what stands. */
    private void change(Actor who, EntryId id, String why, int seen) throws Exception {
        requests.does(who, () -> notes.change(number, id, note("afraid", second), why, seen));
    }

    private void add(Actor who, EntryId id) throws Exception {
        requests.does(who, () -> notes.add(number, id, new NewAddendum("more")));
    }

    private boolean mayChange(Actor who, EntryId id) throws Exception {
        return requests.as(who, () -> {
            var file = search.view(number, AccessGroup.NOTE).file();
            Notes all = notes.of(file);
            return notes.mayChange(file, all, all.one(id).orElseThrow());
        });
    }

    private Notes all(Actor who) throws Exception {
        return requests.as(who, () -> notes.view(number));
    }

    private static List<String> texts(Notes notes) {
        return notes.newestFirst().stream().map(Note::text).toList();
    }

    private static String refusal(Requests.Work work) {
        RuleViolation broken = assertThrows(RuleViolation.class, work::run);
        return broken.field() + " " + broken.messageKey();
    }

    private static void superuser(String sql) throws Exception {
        try (var superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
