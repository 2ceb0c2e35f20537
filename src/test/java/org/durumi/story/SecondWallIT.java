package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.durumi.launcher.DemoPostgres;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Row-level security through plain JDBC, on a database of its own with one row of each case in every table that has a case_id:
 * a table that is added later is tested without a word here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondWallIT {
    /** Opens a case: its identifier, its team, who opens it. */
    private static final String OPENING =
            "insert into case_file (id, number, kind, route, destination, priority, team_id, stage, country, level, people,"
                    + " opened_by, opened_at, changed_at, close_reason, described, mac, headline_mac, version) values ('%s', gen_random_uuid()::text, '', '',"
                    + " '', '', '%s', '', '', '', 1, '%s', now(), now(), '', 0, '', '', 0)";

    private static final String DATABASE = "durumi_wall";
    private static final String REFUSED = "42501";
    private static final String NORTH = "7d9c1d5e-0000-4000-8000-000000000001";
    private static final String SOUTH = "7d9c1d5e-0000-4000-8000-000000000002";

    /** What functions look up, or delete at an erasure, behind the wall as the owner of the tables. */
    private static final Set<String> LOOKED_UP = Set.of(
            "case_file",
            "attachment",
            "attachment_chunk",
            "assignment",
            "case_key",
            "erasure",
            "decision",
            "person_index",
            "device",
            "leg",
            "risk_block",
            "risk_alert",
            "case_grant",
            "case_grant_end",
            "legal_hold",
            "participant",
            "check_in_climb",
            "check_in_step",
            "notice",
            "glass_notice",
            "task",
            "transfer",
            "request",
            "transfer_answer",
            "closure",
            "quote",
            "stage_entry",
            "job");

    /** Written by the database itself. */
    private static final Set<String> BY_ITSELF = Set.of("notice", "glass_notice", "job");

    /** To an offer of the case, and by the team whose answer it is: TransferWallsIT. */
    private static final Set<String> AS_AN_ANSWER = Set.of("transfer_answer");

    /** Written by supervisors alone. */
    private static final Set<String> BY_SUPERVISORS =
            Set.of("assignment_end", "case_grant", "case_grant_end", "transfer");

    /** The cases, seen from haneul, a caseworker of the north team. */
    private enum Case {
        OWN,
        FORMERLY_OWN,
        OF_THE_TEAM,
        OF_ANOTHER_TEAM,
        NOWHERE;

        String id() {
            return "00000000-0000-4000-8000-00000000000" + ordinal();
        }
    }

    /** Whom a transaction names. */
    private enum Who {
        CASEWORKER("haneul", "", Set.of(Case.OWN)),
        SUPERVISOR("", NORTH, Set.of(Case.OWN, Case.FORMERLY_OWN, Case.OF_THE_TEAM)),
        BOTH("haneul", SOUTH, Set.of(Case.OWN, Case.OF_ANOTHER_TEAM)),
        /** Stands in for haneul now. */
        DEPUTY("deputy", "", Set.of(Case.OWN)),
        /** Stands in for the one who stands in for haneul: for nobody. */
        DEPUTY_OF_DEPUTY("second-deputy", "", Set.of()),
        /** Did until yesterday, will from tomorrow on, was ended, or stands in within another team. */
        FORMER_DEPUTY("former-deputy", "", Set.of()),
        /** Has left the team. */
        DEPUTY_WHO_LEFT("left-deputy", "", Set.of()),
        /** Stands in for haneul by a row, but has no role any more, or never had one. */
        DEPUTY_WHO_MAY_NOT_COME_IN("roleless-deputy", "", Set.of()),
        /** Was given to read a case of another team. */
        GUEST("", "", "guest", Set.of(Case.OF_ANOTHER_TEAM)),
        /** Could read it until yesterday, or until somebody ended it. */
        FORMER_GUEST("", "", "former-guest", Set.of()),
        STRANGER("stranger", "", Set.of()),
        NOBODY("", "", Set.of()),
        UNSET(null, null, Set.of());

        private final String user;
        private final String team;
        private final String reader;
        private final Set<Case> seen;

        Who(String user, String team, Set<Case> seen) {
            this(user, team, user, seen);
        }

        Who(String user, String team, String reader, Set<Case> seen) {
            this.user = user;
            this.team = team;
            this.reader = reader;
            this.seen = seen;
        }

        boolean onlyReads() {
            return this == GUEST;
        }
    }

    private final DemoPostgres postgres = Stack.withDatabase().postgres();
    private List<String> tables;
    private Connection superuser;
    private Connection app;
    private Connection neverTold;

    @BeforeAll
    void every_table_has_a_row_of_every_case() throws SQLException {
        postgres.prepareDurumi(DATABASE, Path.of("config/postgres/roles.sql"));
        app = as(DemoPostgres.APPLICATION);
        app.setAutoCommit(false);
        neverTold = as(DemoPostgres.APPLICATION);
        neverTold.setAutoCommit(false);
        superuser = as(DemoPostgres.SUPERUSER);
        tables = lines(
                superuser,
                "select relname from pg_class join pg_attribute on attrelid = pg_class.oid where attname = 'case_id'"
                        + " and relkind = 'r' and relnamespace = 'public'::regnamespace order by relname");
        run("insert into team values ('" + NORTH + "', 'North'), ('" + SOUTH + "', 'South')");
        run("insert into staff_member values ('haneul', 'haneul', 'CASEWORKER', null, 0)");
        run(
                "insert into membership (id, user_id, team_id, since, entered_by, mac) values (gen_random_uuid(), 'haneul', '"
                        + NORTH + "', now(), 'seo', decode(repeat('00', 32), 'hex'))");
        run(BARE);
        for (Case each : List.of(Case.OWN, Case.FORMERLY_OWN, Case.OF_THE_TEAM, Case.OF_ANOTHER_TEAM)) {
            String team = each == Case.OF_ANOTHER_TEAM ? SOUTH : NORTH;
            run("call fill('case_file', '{\"id\": \"" + each.id() + "\", \"team_id\": \"" + team
                    + "\", \"opened_by\": \"somebody\"}')");
            for (String table : tables) {
                run("call fill('" + table + "', '{\"case_id\": \"" + each.id() + "\", \"state\": \"ASKED\"}')");
            }
            String worker = each == Case.OWN || each == Case.FORMERLY_OWN ? "haneul" : "yun";
            String until = each == Case.FORMERLY_OWN ? "now()" : "null";
            run("update assignment set user_id = '" + worker + "', since = now(), until = " + until
                    + " where case_id = '" + each.id() + "'");
        }
        deputies();
        run("update case_grant set user_id = 'guest', due = now() + interval '1 day' where case_id = '"
                + Case.OF_ANOTHER_TEAM.id() + "'");
        run(
                "update case_grant set user_id = 'former-guest', due = now() + interval '1 day', until = now() where case_id = '"
                        + Case.OWN.id() + "'");
        run("update case_grant set user_id = 'former-guest', due = now() - interval '1 day' where case_id = '"
                + Case.OF_THE_TEAM.id() + "'");
        for (Case[] each : LINKED) {
            run("call fill('case_link', '{\"asking_case_id\": \"" + each[0].id() + "\"}')");
            run("update case_link set asked_case_id = '" + each[1].id() + "' where asking_case_id = '" + each[0].id()
                    + "'");
        }
    }

    private void deputies() throws SQLException {
        String naming = "call fill('deputyship', '{\"id\": \"%s\", \"team_id\": \"" + NORTH
                + "\", \"user_id\": \"%s\", \"deputy\": \"%s\"}')";
        for (String who : List.of("deputy", "second-deputy", "former-deputy", "left-deputy", "roleless-deputy")) {
            String until = who.equals("left-deputy") ? "now()" : "null";
            run(
                    "insert into membership (id, user_id, team_id, since, entered_by, mac, until) values (gen_random_uuid(), '"
                            + who + "', '" + NORTH + "', now(), 'seo', decode(repeat('00', 32), 'hex'), " + until
                            + ")");
            run("insert into role_grant (id, user_id, role, asked_by, asked_at, mac) values (gen_random_uuid(), '" + who
                    + "', 'CASEWORKER', 'seo', now(), decode(repeat('00', 32), 'hex'))");
        }
        run(
                "insert into role_confirmation (id, confirmed_by, confirmed_at, mac) select id, 'bae', now(), mac from role_grant"
                        + " where user_id <> 'roleless-deputy'");
        run(naming.formatted(UUID.randomUUID(), "haneul", "roleless-deputy"));
        run(naming.formatted(UUID.randomUUID(), "haneul", "deputy"));
        run(naming.formatted(UUID.randomUUID(), "deputy", "second-deputy"));
        run(naming.formatted(UUID.randomUUID(), "haneul", "left-deputy"));
        run("update deputyship set begins = now() - interval '1 day', due = now() + interval '1 day'");
        for (String times : List.of(
                "begins = now() - interval '2 days', due = now() - interval '1 day'",
                "begins = now() + interval '1 day', due = now() + interval '2 days'",
                "begins = now() - interval '1 day', due = now() + interval '1 day', until = now()",
                "begins = now() - interval '1 day', due = now() + interval '1 day', team_id = '" + SOUTH + "'")) {
            UUID id = UUID.randomUUID();
            run(naming.formatted(id, "haneul", "former-deputy"));
            run("update deputyship set " + times + " where id = '" + id + "'");
        }
    }

    private static final List<Case[]> LINKED = List.of(
            new Case[] {Case.OWN, Case.OF_ANOTHER_TEAM},
            new Case[] {Case.FORMERLY_OWN, Case.OF_THE_TEAM},
            new Case[] {Case.OF_ANOTHER_TEAM, Case.NOWHERE});

    /** Takes away what makes a row hard to fill, and fills one with anything that its columns take. */
    private static final String BARE = """
            do $$
            declare each record;
            begin
                for each in select conrelid::regclass as name, conname from pg_constraint
                    where connamespace = 'public'::regnamespace and contype in ('c', 'f') and conrelid <> 0 loop
                    execute format('alter table %s drop constraint %I', each.name, each.conname);
                end loop;
                for each in select contypid::regtype as name, conname from pg_constraint
                    where connamespace = 'public'::regnamespace and contypid <> 0 loop
                    execute format('alter domain %s drop constraint %I', each.name, each.conname);
                end loop;
                for each in select distinct tgrelid::regclass as name from pg_trigger where not tgisinternal loop
                    execute format('alter table %s disable trigger user', each.name);
                end loop;
                for each in select attrelid::regclass as name, attname from pg_attribute
                    where attgenerated <> '' and attnotnull and attrelid::regclass::text !~ '^pg_' loop
                    execute format('alter table %s alter %I drop not null', each.name, each.attname);
                end loop;
            end
            $$;
            create procedure fill(filled regclass, given jsonb) language plpgsql as $$
            declare
                names text;
                row jsonb;
            begin
                select string_agg(quote_ident(attname), ', '),
                    jsonb_object_agg(attname, case
                        when atttypid = 'uuid'::regtype then to_jsonb(gen_random_uuid())
                        when typcategory = 'S' then to_jsonb(md5(random()::text))
                        when typcategory = 'N' then to_jsonb(1)
                        when typcategory = 'B' then to_jsonb(false)
                        when typcategory = 'D' then to_jsonb(now())
                        when typcategory = 'A' then '[]'
                        when atttypid = 'bytea'::regtype then to_jsonb('\\x00'::text)
                        when typcategory = 'U' then '{}' end)
                into names, row
                from pg_attribute join pg_type on pg_type.oid = atttypid
                where attrelid = filled and attnum > 0 and not attisdropped and attnotnull and attgenerated = ''
                    and attidentity = '';
                execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', filled, names, names,
                    filled) using row || given;
            end
            $$;
            """;

    @AfterAll
    void the_connections_are_closed() throws SQLException {
        app.close();
        neverTold.close();
        superuser.close();
    }

    @Test
    void each_sees_and_changes_the_rows_of_their_cases_and_no_other() throws SQLException {
        Map<String, Set<Case>> seen = new TreeMap<>();
        Map<String, Set<Case>> expected = new TreeMap<>();
        for (String table : allTables()) {
            String changeable = changeableColumn(table);
            for (Who who : Who.values()) {
                String key = key(table);
                for (Case each : Case.values()) {
                    String where = " where " + key + " = '" + each.id() + "'";
                    if (count(who, "select * from " + table + where) > 0) {
                        add(seen, table + " is read by " + who, each);
                    }
                    if (!changeable.isEmpty()
                            && changed(who, "update " + table + " set " + changeable + " = " + changeable + where)
                                    > 0) {
                        add(seen, table + " is changed by " + who, each);
                    }
                    if (!table.equals("case_file") && !table.equals("assignment") && mayInsert(who, table, each)) {
                        add(seen, table + " is added to by " + who, each);
                    }
                }
                for (Case each : who.seen) {
                    add(expected, table + " is read by " + who, each);
                    boolean adds = (!who.onlyReads() || table.equals("risk_alert"))
                            && !BY_ITSELF.contains(table)
                            && !AS_AN_ANSWER.contains(table);
                    if (!who.onlyReads()
                            && !changeable.isEmpty()
                            && (!table.equals("assignment") || supervises(who, each))) {
                        add(expected, table + " is changed by " + who, each);
                    }
                    if (adds
                            && !table.equals("case_file")
                            && !table.equals("assignment")
                            && (!BY_SUPERVISORS.contains(table) || supervises(who, each))) {
                        add(expected, table + " is added to by " + who, each);
                    }
                }
            }
        }
        // What was given to somebody they see, over or not.
        List.of(Case.OWN, Case.OF_THE_TEAM).forEach(each -> add(expected, "case_grant is read by FORMER_GUEST", each));
        assertTrue(tables.size() > 12, tables::toString);
        assertEquals(lines(expected), lines(seen));
    }

    @Test
    void without_a_where_everybody_sees_just_as_much() throws SQLException {
        for (String table : allTables()) {
            for (Who who : Who.values()) {
                // Of what was given, each sees also what was given to themself, over or not.
                int own = table.equals("case_grant") && who == Who.FORMER_GUEST ? 2 : 0;
                assertEquals(who.seen.size() + own, count(who, "select * from " + table), table + " for " + who);
            }
        }
    }

    /** No setting lets it see something: what it took in this transaction does. */
    @Test
    void work_without_a_person_sees_and_changes_the_case_whose_job_it_has_taken_and_no_other() throws SQLException {
        Map<Case, String> kinds = new LinkedHashMap<>();
        for (Case each : List.of(Case.OWN, Case.OF_ANOTHER_TEAM)) {
            kinds.put(each, one(superuser, "select kind from job where case_id = '" + each.id() + "'"));
        }
        for (Case each : kinds.keySet()) {
            begin(Who.NOBODY);
            assertEquals("1", one(app, taking(kinds.get(each), each)));
            for (String table : allTables()) {
                String where = " where " + key(table) + " = '" + each.id() + "'";
                assertEquals("1", one(app, "select count(*)::text from " + table), table);
                assertEquals("1", one(app, "select count(*)::text from " + table + where), table);
                String changeable = changeableColumn(table);
                if (!changeable.isEmpty()) {
                    try (Statement change = app.createStatement()) {
                        assertEquals(
                                1,
                                change.executeUpdate("update " + table + " set " + changeable + " = " + changeable),
                                table);
                    }
                }
            }
            assertRefused(app, taking(kinds.get(Case.OWN), Case.OF_THE_TEAM));
            app.rollback();

            begin(Who.NOBODY);
            assertEquals("1", one(app, taking(kinds.get(each), each)));
            try (Connection other = as(DemoPostgres.APPLICATION)) {
                other.setAutoCommit(false);
                assertEquals("0", one(other, taking(kinds.get(each), each)), "somebody else does it");
                assertEquals("0", one(other, "select count(*)::text from case_file"));
            }
            assertEquals("1", one(app, "select end_jobs()::text"));
            assertEquals("0", one(app, "select count(*)::text from case_file"));
            app.rollback();
        }
        for (String sql : List.of(
                "update job set taken_in = pg_current_xact_id()",
                "insert into job select * from job",
                "delete from job",
                "select put_off_jobs('REASSESS', gen_random_uuid(), '', now())")) {
            assertRefused(Who.CASEWORKER, sql);
        }
    }

    private static String taking(String kind, Case each) {
        return "select take_jobs('" + kind + "', '" + each.id() + "', now() + interval '1 day')::text";
    }

    @Test
    void a_link_is_there_for_who_sees_either_of_its_cases() throws SQLException {
        for (Who who : Who.values()) {
            for (Case[] each : LINKED) {
                String where = " where asking_case_id = '" + each[0].id() + "'";
                boolean sees = who.seen.contains(each[0]) || who.seen.contains(each[1]);
                assertEquals(sees ? 1 : 0, count(who, "select * from case_link" + where), who + " " + each[0]);
                assertEquals(
                        sees && !who.onlyReads() ? 1 : 0,
                        changed(who, "update case_link set state = state" + where),
                        who + " " + each[0]);
            }
            String adding = "insert into case_link (asking_case_id) values ('%s')";
            for (Case each : Case.values()) {
                boolean writes = who.seen.contains(each) && !who.onlyReads();
                if (!writes) {
                    assertRefused(who, adding.formatted(each.id()));
                }
            }
        }
        for (String moving : List.of("asking_case_id", "asked_case_id")) {
            assertRefused(Who.SUPERVISOR, "update case_link set " + moving + " = gen_random_uuid()");
        }
    }

    @Test
    void a_connection_that_is_used_again_is_nobodys() throws SQLException {
        for (boolean commits : new boolean[] {true, false}) {
            begin(Who.CASEWORKER);
            assertEquals("1", one(app, "select count(*)::text from case_file"));
            if (commits) {
                app.commit();
            } else {
                app.rollback();
            }
            for (String table : allTables()) {
                assertEquals("0", one(app, "select count(*)::text from " + table), table);
            }
            app.rollback();
        }
    }

    @Test
    void a_caseworker_opens_a_case_of_their_own_team_and_takes_it() throws SQLException {
        String taking = "insert into assignment (id, case_id, user_id, since, assigned_by, mac)"
                + " values (gen_random_uuid(), '%s', '%s', now(), '', '')";
        String fresh = Case.NOWHERE.id();
        String own = OPENING.formatted(fresh, NORTH, "haneul");
        String mine = taking.formatted(fresh, "haneul");

        assertRefused(Who.CASEWORKER, OPENING.formatted(fresh, SOUTH, "haneul"));
        assertRefused(Who.CASEWORKER, OPENING.formatted(fresh, NORTH, "yun"));
        assertRefused(Who.STRANGER, OPENING.formatted(fresh, NORTH, "stranger"));
        assertRefused(Who.SUPERVISOR, OPENING.formatted(fresh, SOUTH, "haneul"));
        assertRefused(Who.NOBODY, own);
        assertRefused(Who.UNSET, own);

        begin(Who.CASEWORKER);
        run(app, own);
        assertEquals("0", one(app, "select count(*)::text from case_file where id = '" + fresh + "'"));
        run(app, mine);
        assertEquals("1", one(app, "select count(*)::text from case_file where id = '" + fresh + "'"));
        app.rollback();
        assertRefused(Who.CASEWORKER, own, taking.formatted(fresh, "yun"));
        assertRefused(Who.CASEWORKER, own, mine, taking.formatted(fresh, "yun"));
        for (Case each : Case.values()) {
            assertRefused(Who.CASEWORKER, taking.formatted(each.id(), "haneul"));
        }
    }

    /** When they split another. */
    @Test
    void a_supervisor_opens_a_case_of_their_own_team_and_no_other() throws SQLException {
        String fresh = Case.NOWHERE.id();
        assertRefused(Who.SUPERVISOR, OPENING.formatted(fresh, SOUTH, "bora"));

        Connection connection = begin(Who.SUPERVISOR);
        run(connection, OPENING.formatted(fresh, NORTH, "bora"));
        assertEquals("1", one(connection, "select count(*)::text from case_file where id = '" + fresh + "'"));
        connection.rollback();
    }

    @Test
    void a_supervisor_assigns_the_cases_of_their_team_to_anybody() throws SQLException {
        for (Case each : Case.values()) {
            String taking = "insert into assignment (id, case_id, user_id, since, assigned_by, mac) values"
                    + " (gen_random_uuid(), '" + each.id() + "', 'bora', now(), '', '')";
            if (Who.SUPERVISOR.seen.contains(each)) {
                assertEquals(1, changed(Who.SUPERVISOR, taking));
            } else {
                assertRefused(Who.SUPERVISOR, taking);
            }
            assertRefused(Who.NOBODY, taking);
        }
    }

    @Test
    void nothing_is_moved_out_of_sight() throws SQLException {
        for (Who who : List.of(Who.SUPERVISOR, Who.CASEWORKER, Who.BOTH)) {
            assertRefused(who, "update case_file set team_id = '" + SOUTH + "'");
        }
        for (String table : tables) {
            if (one(superuser, "select has_table_privilege('durumi_app', '" + table + "', 'update')::text")
                    .equals("true")) {
                String moved = "update " + table + " set case_id = '" + Case.OF_ANOTHER_TEAM.id() + "'";
                assertRefused(Who.SUPERVISOR, moved);
            }
        }
    }

    @Test
    void the_number_of_a_case_that_one_does_not_see_is_taken() throws SQLException {
        String number = one(superuser, "select number from case_file where id = '" + Case.OF_ANOTHER_TEAM.id() + "'");

        assertEquals("t", one(app, "select number_is_taken('" + number + "')"));
        assertEquals("f", one(app, "select number_is_taken('C-2026-000000')"));
        assertEquals("t", one(app, "select give_number('C-2026-000000')"));
        assertEquals("f", one(app, "select give_number('C-2026-000000')"), "a number is given once");
        app.rollback();
    }

    @Test
    void work_without_a_person_sees_every_case_and_the_owner_of_the_tables_almost_nothing() throws SQLException {
        try (Connection job = as(DemoPostgres.JOB);
                Connection tableOwner = as(DemoPostgres.OWNER)) {
            for (String table : allTables()) {
                assertEquals("4", one(job, "select count(*)::text from " + table), table);
                boolean lookedUp = LOOKED_UP.contains(table);
                assertEquals(lookedUp ? "4" : "0", one(tableOwner, "select count(*)::text from " + table), table);
            }
            for (String hidden : List.of(
                    "on_the_case('%s')",
                    "of_the_team('%s')",
                    "just_opened('%s')",
                    "countries_in_use()",
                    "granted('%s')",
                    "granted_cases()",
                    "works_as()",
                    "cases_as_deputy()",
                    "linked_with_the_team('%1$s', '%1$s')")) {
                assertRefused(job, "select " + hidden.formatted(Case.OWN.id()));
            }
        }
    }

    /** A temporary table of the caller is found first unless it is said to come last. */
    @Test
    void what_looks_behind_the_wall_looks_at_no_table_of_its_caller() throws SQLException {
        assertEquals(
                List.of(),
                lines(
                        superuser,
                        "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and"
                                + " 'search_path=pg_catalog, public, pg_temp' <> all (coalesce(proconfig, '{}'))"));
    }

    @Test
    void who_numbers_or_audits_the_log_reads_it_and_no_case() throws SQLException {
        for (String role : List.of("durumi_sequencer", "durumi_auditor")) {
            run("set role " + role);
            try {
                assertEquals("0", one(superuser, "select count(*)::text from access_entry"));
                for (String table : allTables()) {
                    assertRefused(superuser, "select from " + table);
                }
                assertRefused(superuser, "delete from access_entry");
            } finally {
                run("reset role");
            }
        }
    }

    @Test
    void no_table_of_a_case_stands_outside_of_the_wall() throws SQLException {
        assertEquals(List.of(), lines(superuser, OUTSIDE));

        run("create table public.forgotten (case_id uuid)");
        run("create schema elsewhere create table half_forgotten (case_id uuid)");
        run("alter table elsewhere.half_forgotten enable row level security, force row level security");
        run("create view public.around as select * from case_file");
        try {
            assertEquals(
                    List.of("around", "elsewhere.half_forgotten", "forgotten"),
                    lines(superuser, OUTSIDE + " order by 1"));
        } finally {
            run("drop view around");
            run("drop schema elsewhere cascade");
            run("drop table forgotten");
        }
    }

    /** Tables without forced policies for the application, and views that would look with the eyes of their owner. */
    private static final String OUTSIDE = """
            select pg_class.oid::regclass::text as name from pg_class
            where relnamespace::regnamespace::text !~ '^(pg_|information_schema)' and (
                relkind in ('r', 'p')
                and (pg_class.oid = 'case_file'::regclass or exists (
                    select from pg_attribute where attrelid = pg_class.oid and attname = 'case_id' and not attisdropped))
                and not (relrowsecurity and relforcerowsecurity and exists (
                    select from pg_policy where polrelid = pg_class.oid and 'durumi_app'::regrole = any (polroles)))
                or relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (reloptions), false))
            """;

    private List<String> allTables() {
        List<String> all = new ArrayList<>(tables);
        all.add("case_file");
        return all;
    }

    /** A column that the application may change; empty if it may change none. */
    private String changeableColumn(String table) throws SQLException {
        return one(
                superuser,
                "select coalesce(min(attname::text), '') from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                        + " and has_column_privilege('durumi_app', attrelid, attnum, 'update')");
    }

    private static String key(String table) {
        return table.equals("case_file") ? "id" : "case_id";
    }

    private static boolean supervises(Who who, Case each) {
        return team(each).equals(who.team);
    }

    private static String team(Case each) {
        return each == Case.OF_ANOTHER_TEAM ? SOUTH : NORTH;
    }

    /** A row without anything else is refused by the wall, or later by what the table itself asks for. */
    private boolean mayInsert(Who who, String table, Case each) throws SQLException {
        Connection connection = begin(who);
        try {
            // Whoever offers a case says for which team.
            boolean offers = table.equals("transfer");
            run(
                    connection,
                    "insert into " + table + " (case_id" + (offers ? ", from_team_id" : "") + ") values ('" + each.id()
                            + (offers ? "', '" + team(each) : "") + "')");
            return true;
        } catch (SQLException refused) {
            return !refused.getSQLState().equals(REFUSED);
        } finally {
            connection.rollback();
        }
    }

    private void assertRefused(Who who, String... statements) throws SQLException {
        Connection connection = begin(who);
        try {
            for (int i = 0; i < statements.length - 1; i++) {
                run(connection, statements[i]);
            }
            assertRefused(connection, statements[statements.length - 1]);
        } finally {
            connection.rollback();
        }
    }

    private static void assertRefused(Connection connection, String statement) {
        SQLException refused = assertThrows(SQLException.class, () -> run(connection, statement), statement);
        assertEquals(REFUSED, refused.getSQLState(), statement);
    }

    private int count(Who who, String query) throws SQLException {
        Connection connection = begin(who);
        try {
            return Integer.parseInt(one(connection, "select count(*)::text from (" + query + ") as found"));
        } finally {
            connection.rollback();
        }
    }

    private int changed(Who who, String statement) throws SQLException {
        Connection connection = begin(who);
        try (Statement change = connection.createStatement()) {
            return change.executeUpdate(statement);
        } finally {
            connection.rollback();
        }
    }

    private Connection begin(Who who) throws SQLException {
        if (who == Who.UNSET) {
            return neverTold;
        }
        try (PreparedStatement say =
                app.prepareStatement("select set_config('app.user', ?, true), set_config('app.team', ?, true),"
                        + " set_config('app.reader', ?, true)")) {
            say.setString(1, who.user);
            say.setString(2, who.team);
            say.setString(3, who.reader);
            say.execute();
        }
        return app;
    }

    private Connection as(String role) throws SQLException {
        return postgres.connect(DATABASE, role);
    }

    private void run(String statement) throws SQLException {
        run(superuser, statement);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        return lines(connection, query).get(0);
    }

    private static List<String> lines(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static void add(Map<String, Set<Case>> map, String line, Case each) {
        map.computeIfAbsent(line, any -> new java.util.TreeSet<>()).add(each);
    }

    private static String lines(Map<String, Set<Case>> map) {
        Map<String, Set<Case>> sorted = new LinkedHashMap<>(map);
        return String.join(
                "\n",
                sorted.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList());
    }
}
