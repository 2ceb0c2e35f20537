package org.durumi.vault;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.StageDetails;
import org.durumi.cases.StageEntry;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftService;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.route.Stage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything moves to new keys, with interruptions, while people read and write. */
@ExtendWith(ArquillianExtension.class)
class RotationIT {
    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    Told told;

    @Inject
    DraftService drafts;

    @Inject
    Nodes nodes;

    @Inject
    VaultLock lock;

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String keys;

    private CaseNumber number;

    @BeforeEach
    void a_case_with_texts() throws Exception {
        told.northTeam();
        number = told.caseOf(HANEUL, WOMAN);
        enters(Stage.BROKER, "the broker called");
        enters(Stage.DETENTION, "the broker is silent");
    }

    @Test
    void the_next_key_encryption_key_takes_over_and_the_one_before_opens_nothing() throws Exception {
        VersionedKey before = KekFiles.ofOwner(Path.of(keys)).keys("").get(1);
        DraftId draft =
                requests.as(HANEUL, () -> drafts.begin(Map.of("kind", List.of("PAIR")), each -> "/intake/" + each));
        anotherKek();
        SortedMap<Integer, VersionedKey> both = KekFiles.ofOwner(Path.of(keys)).keys("");
        nodes.speak();

        Database.asOwner("insert into node values (gen_random_uuid(), 'elsewhere:8081', 'OPEN', '{1}', now())");
        try (Connection rotation = Database.rotation()) {
            Rotation early = new Rotation(rotation, both, 1);
            String refusal = assertThrows(NoKek.class, () -> early.begin()).getMessage();
            assertTrue(refusal.contains("is not held by elsewhere:8081: "), refusal);
        }
        Database.asOwner("delete from node where name = 'elsewhere:8081'");
        assertTrue(!lock.isStale());

        try (Connection rotation = Database.rotation()) {
            Rotation interrupted = new Rotation(rotation, both, 1);
            interrupted.begin();
            assertEquals(1, interrupted.wrapSome());
        }
        SortedMap<Integer, VersionedKey> mistyped = new TreeMap<>(both);
        mistyped.put(2, VersionedKey.draw(2));
        try (Connection rotation = Database.rotation()) {
            Rotation wrong = new Rotation(rotation, mistyped, 1);
            assertThrows(NoKek.class, () -> wrong.begin(), "whoever goes on with another part wraps nothing");
        }
        assertEquals(3, texts().size());
        CaseNumber meanwhile = told.caseOf(HANEUL, WOMAN);
        assertEquals(
                List.of("2"),
                Database.lines(
                        "select kek_version from case_key k join case_file f on f.id = k.case_id where f.number = ?",
                        meanwhile.value()),
                "whoever makes a key in the middle uses the newer one");

        try (Connection rotation = Database.rotation()) {
            Rotation again = new Rotation(rotation, both, 1);
            again.begin();
            while (again.wrapSome() > 0) {
                assertEquals(3, texts().size());
            }
            List<WrappedKey> stored =
                    WrappedKey.wrappedBefore(Statements.on(rotation), Integer.MAX_VALUE, Integer.MAX_VALUE);
            assertTrue(stored.size() >= 2);
            for (WrappedKey each : stored) {
                each.unwrap(both.get(2));
                assertThrows(WillNotOpen.class, () -> each.unwrap(before));
            }
            for (WrappedOrganisationKey each : WrappedOrganisationKey.all(Statements.on(rotation))) {
                each.unwrap(both.get(2));
                assertThrows(WillNotOpen.class, () -> each.unwrap(before));
            }
            rotation.rollback();
        }
        assertEquals(List.of("told by a relative", "the broker called", "the broker is silent"), texts());
        assertEquals(
                List.of("2"),
                Database.lines("select kek_version from draft where id = cast(? as uuid)", draft.toString()));
        assertEquals(
                Map.of("kind", List.of("PAIR")),
                requests.as(HANEUL, () -> drafts.read(draft).typed()));
        requests.does(HANEUL, () -> drafts.giveUp(draft));
    }

    @Test
    void a_case_gets_a_new_key_and_can_be_read_and_changed_in_the_middle() throws Exception {
        requests.does(HANEUL, () -> {
            CaseFile file = search.view(number, AccessGroup.CASE).file();
            cases.describe(number, file.description().labelled("two sisters"), file.described());
        });
        SortedMap<Integer, VersionedKey> keks = KekFiles.ofOwner(Path.of(keys)).keys("");
        int before;
        try (Connection rotation = Database.rotation()) {
            Rotation interrupted = new Rotation(rotation, keks, 1);
            interrupted.begin(number);
            before = olderValues();
            assertEquals(1, interrupted.resealSome(number));
        }
        int left = olderValues();
        assertEquals(before - 1, left, "the label of the case went first");
        assertEquals("two sisters", label());
        assertEquals(List.of("told by a relative", "the broker called", "the broker is silent"), texts());
        enters(Stage.CONTACT, "another broker");

        try (Connection rotation = Database.rotation()) {
            Rotation again = new Rotation(rotation, keks, 1);
            again.begin(number);
            int moved = 0;
            while (again.resealSome(number) > 0) {
                moved++;
                assertEquals(4, texts().size());
            }
            assertTrue(moved > 10 && moved < left, "what was changed in the middle has the new key already: " + moved);
            again.finish(number);
        }
        assertEquals(0, olderValues());
        assertEquals("two sisters", label());
        assertEquals(
                List.of("2"),
                Database.lines("select get_byte(sealed_label, 4) from case_file where number = ?", number.value()));
        assertEquals(
                List.of("2"),
                Database.lines(
                        "select k.version from case_key k join case_file f on f.id = k.case_id where f.number = ?",
                        number.value()));
        assertEquals(
                List.of("told by a relative", "the broker called", "the broker is silent", "another broker"), texts());
        assertEquals(
                List.of("key-rotation CONFIGURATION"),
                Database.lines(
                        "select actor || ' ' || action from access_entry where ? = any (case_refs) and action = 'CONFIGURATION'",
                        number.value()));
    }

    @Test
    void who_moves_values_may_change_nothing_else() throws SQLException {
        try (Connection rotation = Database.rotation();
                Statement statement = rotation.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("update stage_entry set stage = 'ARRIVAL' where false"));
            assertThrows(SQLException.class, () -> statement.execute("update case_file set version = version + 1"));
            assertThrows(SQLException.class, () -> statement.execute("delete from case_key where false"));
        }
        try (Connection app = Database.appOf(HANEUL.id());
                Statement statement = app.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("update stage_entry set sealed = sealed || '\\x00'"),
                    "for the application an entry is kept");
        }
    }

    /** The running application holds the passwords of these roles. */
    @Test
    void the_roles_of_the_application_move_no_value() throws SQLException {
        assertEquals(List.of(), Database.lines("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and (
                            has_table_privilege('durumi_job', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                            or has_any_column_privilege('durumi_job', oid, 'INSERT, UPDATE'))
                        """), "work without a person changes nothing");
        assertEquals(
                List.of(),
                Database.lines("select tablename || ' ' || policyname from pg_policies"
                        + " where 'durumi_job' = any (roles) and cmd <> 'SELECT'"));
        assertEquals(
                List.of(
                        "claim_locked_mail",
                        "climb_check_ins",
                        "forget_drafts",
                        "locked_mail_failed",
                        "locked_mail_was_sent",
                        "mail_failed",
                        "put_off_jobs",
                        "told_or_now"),
                Database.lines("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
                        + " and has_function_privilege('durumi_job', oid, 'EXECUTE') order by 1"));
        assertEquals(
                List.of(),
                Database.lines("select name from unnest(array['durumi_app', 'durumi_log', 'durumi_job']) name"
                        + " where pg_has_role(name, 'durumi_rotate', 'MEMBER')"));
    }

    @Test
    void every_sealed_column_of_a_case_can_be_moved() throws SQLException {
        assertEquals(List.of(), Database.lines("""
                        select s.table_name || '.' || s.column_name
                        from information_schema.columns s join information_schema.columns c
                            on c.table_schema = s.table_schema and c.table_name = s.table_name
                                and (c.column_name = 'case_id' or c.table_name = 'case_file' and c.column_name = 'id')
                        where s.table_schema = 'public' and s.data_type = 'bytea' and s.column_name like 'sealed%'
                            and not (has_column_privilege('durumi_rotate', s.table_name, s.column_name, 'UPDATE')
                                and exists (select from pg_policies p
                                            where p.tablename = s.table_name and p.policyname = 'rotation_reseals'))
                        """));
    }

    private String label() throws Exception {
        return requests.as(
                HANEUL, () -> search.view(number, AccessGroup.CASE).file().label());
    }

    private List<String> texts() throws Exception {
        return requests.as(
                HANEUL,
                () -> search.view(number, AccessGroup.CASE, AccessGroup.JOURNEY).entries().stream()
                        .map(StageEntry::reason)
                        .toList());
    }

    private void enters(Stage stage, String reason) throws Exception {
        told.enters(number, told.report(stage, reason, StageDetails.none()));
    }

    private void anotherKek() throws IOException {
        byte[] secret = new byte[VersionedKey.LENGTH];
        new java.security.SecureRandom().nextBytes(secret);
        Path file = Path.of(keys, "kek-2.key");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(secret));
    }

    /** The sealed values of the case that still have its first key, in whatever table they stand. */
    private int olderValues() throws SQLException {
        int older = 0;
        for (String column : Database.lines("""
                select s.table_name || ' ' || s.column_name from information_schema.columns s
                    join information_schema.columns c on c.table_name = s.table_name and c.column_name = 'case_id'
                where s.table_schema = 'public' and s.column_name like 'sealed%'
                union select 'case_file sealed_label'
                """)) {
            String[] each = column.split(" ");
            String owner = each[0].equals("case_file") ? "id" : "case_id";
            older += Integer.parseInt(Database.lines(
                            "select count(*) from " + each[0] + " where " + owner
                                    + " = (select id from case_file where number = ?) and substring(" + each[1]
                                    + " from 2 for 4) <> int4send(2)",
                            number.value())
                    .get(0));
        }
        return older;
    }
}
