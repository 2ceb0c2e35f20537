package org.durumi.files;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.durumi.files.FileFixtures.bytes;
import static org.durumi.files.FileFixtures.image;
import static org.durumi.files.FileFixtures.titled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.GlassService;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewGlass;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files with the real server: who attaches, who opens, what stands in the tables, and what somebody changed there. */
@ExtendWith(ArquillianExtension.class)
class FilesIT {
    private static final String CANARY = "카나리아 寫眞 canary photo";
    private static final int SIZE = 2 * Chunk.SIZE + 5;
    private static final TeamId SOUTH = TeamId.of("7d9c1d5e-0000-4000-8000-00000000b201");
    private static final Actor NURI =
            new Actor(new UserId("nuri-of-files"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    private static final Actor MOON =
            new Actor(new UserId("moon-of-files"), Set.of(Role.SUPERVISOR), Optional.of(SOUTH), "");

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    AttachmentService files;

    @Inject
    FileStore store;

    @Inject
    FileCleaner cleaner;

    @Inject
    CaseSearch search;

    @Inject
    ClosureService closures;

    @Inject
    GlassService glass;

    private CaseNumber number;
    private ParticipantId first;

    @BeforeEach
    void a_case_of_haneul() throws Exception {
        told.northTeam(NURI);
        told.team(SOUTH, MOON);
        number = told.caseOf(HANEUL, WOMAN, WOMAN);
        first = told.participants(number).get(0).id();
    }

    @Test
    void what_was_attached_is_read_again_and_stands_in_no_table() throws Exception {
        byte[] content = (CANARY.repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        EntryId id = requests.as(
                HANEUL, () -> files.attach(number, titled(CANARY, first), CleanFile.asItIs(FileKind.TEXT, content)));

        assertArrayEquals(content, download(HANEUL, id));
        assertArrayEquals(content, download(SEO, id));
        Attachment stored = all(SEO).getFirst();
        assertEquals(List.of(CANARY, Set.of(first)), List.of(stored.title(), stored.whom()));
        assertEquals(Chunk.number(content.length), chunks(id).size());
        for (String row : Stream.concat(
                        Database.lines("select row::text from attachment row").stream(),
                        Database.lines("select encode(sealed, 'escape') from attachment_chunk").stream())
                .toList()) {
            assertFalse(
                    Stream.of("canary", "카나리아", "寫眞", "TEXT", first.toString()).anyMatch(row::contains));
        }
    }

    @Test
    void each_look_and_each_download_is_an_entry_of_its_own() throws Exception {
        EntryId id = attach(HANEUL, SIZE);
        requests.does(HANEUL, () -> files.page(number, id, 1));
        requests.does(HANEUL, () -> files.page(number, id, 1));
        download(SEO, id);

        assertEquals(
                List.of("CHANGE haneul", "DOWNLOAD seo", "OPEN haneul", "OPEN haneul", "OPEN haneul"),
                Database.lines(
                        "select action || ' ' || actor from access_entry where ? = any (case_refs)"
                                + " and 'FILE' = any (field_groups) order by 1",
                        number.value()));
    }

    @Test
    void nobody_else_attaches_or_opens_anything() throws Exception {
        EntryId id = attach(HANEUL, SIZE);
        CaseNumber other = told.caseOf(HANEUL, WOMAN);

        assertThrows(NotFound.class, () -> attach(SEO, 10), "a supervisor records nothing");
        for (Actor stranger : List.of(NURI, MOON)) {
            assertThrows(NotFound.class, () -> attach(stranger, 10));
            assertThrows(NotFound.class, () -> download(stranger, id));
            assertThrows(NotFound.class, () -> requests.does(stranger, () -> files.page(number, id, 1)));
            assertThrows(NotFound.class, () -> requests.does(stranger, () -> files.takeBack(number, id, "mine")));
        }
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> files.page(other, id, 1)), "of another case");
        for (int page : new int[] {-1, 0, 2}) {
            assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> files.page(number, id, page)));
        }
        assertThrows(
                NotFound.class,
                () -> requests.does(HANEUL, () -> files.attach(other, titled("of another case", first), image(10))));
    }

    @Test
    void a_file_that_was_taken_back_is_left_to_supervisors() throws Exception {
        EntryId id = attach(HANEUL, SIZE);
        assertEquals("reason entry.reason.missing", refusal(() -> files.takeBack(number, id, " ")));

        requests.does(HANEUL, () -> files.takeBack(number, id, "of another case"));

        assertThrows(NotFound.class, () -> download(HANEUL, id));
        assertThrows(NotFound.class, () -> requests.does(HANEUL, () -> files.page(number, id, 1)));
        assertArrayEquals(bytes(SIZE, 1), download(SEO, id));
        assertEquals(" entry.struck", refusal(() -> files.takeBack(number, id, "again")));
        assertEquals("of another case", all(HANEUL).getFirst().strikeReason());
        assertEquals(
                0,
                requests.as(
                        HANEUL,
                        () -> files.numberOf(
                                search.view(number, AccessGroup.CASE).file())));
    }

    @Test
    void a_supervisor_who_only_reads_a_case_does_not_open_what_was_taken_back() throws Exception {
        EntryId id = attach(HANEUL, SIZE);
        EntryId wrong = attach(HANEUL, SIZE);
        requests.does(HANEUL, () -> files.takeBack(number, wrong, "of another case"));
        requests.does(
                MOON,
                () -> glass.breakGlass(new NewGlass(number, "She calls from the station and her caseworker is away.")));

        requests.does(MOON, () -> files.page(number, id, 1));
        assertThrows(NotFound.class, () -> requests.does(MOON, () -> files.page(number, wrong, 1)));
        requests.does(SEO, () -> files.page(number, wrong, 1));
    }

    @Test
    void a_closed_case_takes_none_and_its_files_are_read() throws Exception {
        EntryId id = attach(HANEUL, SIZE);
        requests.does(
                SEO,
                () -> closures.close(number, new NewClosure(CloseReason.OTHER, "Both withdrew and want no contact.")));

        assertEquals(" case.closed", refusal(() -> files.attach(number, titled("more"), image(10))));
        assertEquals(" case.closed", refusal(() -> files.takeBack(number, id, "wrong")));
        assertArrayEquals(bytes(SIZE, 1), download(HANEUL, id));
    }

    @Test
    void the_room_that_all_files_take_is_known_to_who_sees_none_of_them() throws Exception {
        attach(HANEUL, SIZE);
        long before = requests.as(HANEUL, store::taken);
        EntryId more = attach(HANEUL, 3 * Chunk.SIZE);
        long after = requests.as(NURI, store::taken);

        long stored = all(HANEUL).stream()
                .filter(each -> each.id().equals(more))
                .findFirst()
                .orElseThrow()
                .stored();
        assertEquals(before + stored, after, "whoever asks, also somebody who does not see the case");
        assertTrue(stored >= 2 * 3 * Chunk.SIZE);
    }

    @Test
    void pieces_that_somebody_swapped_repeated_cut_off_or_moved_do_not_open() throws Exception {
        EntryId one = attach(HANEUL, SIZE);
        EntryId other = attach(HANEUL, SIZE);
        for (String change : List.of(
                "update attachment_chunk c set sealed = o.sealed from attachment_chunk o"
                        + " where c.file = '%1$s' and o.file = c.file and c.part = 0 and o.part = 0 and c.number = 0 and o.number = 1",
                "update attachment_chunk c set id = gen_random_uuid() where c.file = '%1$s' and c.number = 1",
                "update attachment_chunk c set number = 9 where c.file = '%1$s' and c.part = 0 and c.number = 1;"
                        + " update attachment_chunk c set number = 1 where c.file = '%1$s' and c.part = 0 and c.number = 2;"
                        + " update attachment_chunk c set number = 2 where c.file = '%1$s' and c.number = 9",
                "update attachment_chunk c set part = 7 where c.file = '%1$s' and c.part = 0",
                "delete from attachment_chunk c where c.file = '%1$s' and c.part = 0 and c.number = 2",
                "delete from attachment_chunk c where c.file = '%1$s' and c.part = 0;"
                        + " update attachment_chunk c set file = '%1$s' where c.file = '%2$s' and c.part = 0",
                "update attachment_chunk c set sealed = set_byte(sealed, 100, 255 - get_byte(sealed, 100))"
                        + " where c.file = '%1$s' and c.number = 2")) {
            EntryId victim = attach(HANEUL, SIZE);
            download(HANEUL, victim);
            EntryId donor = attach(HANEUL, SIZE);

            superuser(change.formatted(victim, donor));

            assertEquals(" file.changed-outside", refusal(() -> read(files.download(number, victim))), change);
        }
        assertArrayEquals(bytes(SIZE, 1), download(HANEUL, one));
        assertArrayEquals(bytes(SIZE, 1), download(HANEUL, other));
        assertFalse(Database.lines(
                        "select 1 from risk_alert where rule_group = 'CHANGED_OUTSIDE' and case_id ="
                                + " (select id from case_file where number = ?)",
                        number.value())
                .isEmpty());
    }

    /** On the server the process that draws finds what it needs, and what it drew is stored. */
    @Test
    void hostile_files_are_refused_or_harmless_and_nothing_of_them_lies_in_clear_anywhere() throws Exception {
        Instant before = Instant.now();
        for (Hostile file : Hostile.all()) {
            if (file.refusal().isEmpty()) {
                CleanFile clean = cleaner.clean(file.sent());
                Harmless.require(clean);
                EntryId id = requests.as(HANEUL, () -> files.attach(number, titled(Hostile.CANARY, first), clean));
                assertArrayEquals(clean.parts().getFirst(), download(HANEUL, id), file.what());
            } else {
                RuleViolation refusal =
                        assertThrows(RuleViolation.class, () -> cleaner.clean(file.sent()), file.what());
                assertTrue(file.isRefusedWith(refusal.messageKey()), file.what() + ": " + refusal.messageKey());
            }
        }
        for (String table : Database.lines(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            assertEquals(
                    List.of(),
                    Database.lines("select 'found' from " + table + " t where t::text like '%" + Hostile.CANARY
                            + "%' or t::text like '%"
                            + HexFormat.of().formatHex(Hostile.CANARY.getBytes(StandardCharsets.UTF_8)) + "%'"),
                    table);
        }
        assertEquals(List.of(), Leaks.since(before, Hostile.CANARY));
    }

    @Test
    void what_somebody_says_in_clear_of_the_size_makes_the_row_unreadable() throws Exception {
        EntryId id = attach(HANEUL, SIZE);
        superuser("alter table attachment disable trigger attachment_kept");
        try {
            superuser("update attachment set stored = 1 where id = '" + id + "'");
        } finally {
            superuser("alter table attachment enable trigger attachment_kept");
        }
        assertEquals(List.of(), all(HANEUL));
        assertThrows(NotFound.class, () -> download(HANEUL, id));
    }

    private EntryId attach(Actor who, int size) throws Exception {
        return requests.as(who, () -> files.attach(number, titled("a photo", first), image(size)));
    }

    private byte[] download(Actor who, EntryId id) throws Exception {
        return requests.as(who, () -> read(files.download(number, id)));
    }

    private byte[] read(OpenFile open) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int piece = 0; piece < open.pieces(); piece++) {
            all.writeBytes(files.piece(open, piece).orElseThrow(() -> new RuleViolation("file.changed-outside")));
        }
        return all.toByteArray();
    }

    private List<Attachment> all(Actor who) throws Exception {
        return requests.as(
                who, () -> files.of(search.view(number, AccessGroup.FILE).file()));
    }

    private static List<String> chunks(EntryId file) throws Exception {
        return Database.lines("select id from attachment_chunk where file = '" + file + "'");
    }

    private String refusal(Requests.Work work) {
        RuleViolation broken = assertThrows(RuleViolation.class, () -> requests.does(HANEUL, work));
        return broken.field() + " " + broken.messageKey();
    }

    private static void superuser(String sql) throws Exception {
        try (var superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
