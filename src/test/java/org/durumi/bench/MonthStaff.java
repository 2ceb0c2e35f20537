package org.durumi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.vault.GeneratedKeys;
import org.durumi.work.CheckInLevel;

/** The twelve people of a simulated month: ten caseworkers in three teams, of which one has no supervisor. */
final class MonthStaff {
    static final int CASEWORKERS = 10;

    private static final int TEAMS = 3;
    private static final int FIRST_OF_THE_SECOND = 4;
    private static final int FIRST_OF_THE_THIRD = 7;
    private static final List<String> SUPERVISORS = List.of("bench-month-supervisor-0", "bench-month-supervisor-1");

    /** Who stands in for whom, in the team of both. */
    static final Map<String, String> DEPUTIES = Map.of(caseworker(0), caseworker(1), caseworker(4), caseworker(5));

    private MonthStaff() {}

    static String caseworker(int nth) {
        return "bench-month-caseworker-" + nth;
    }

    private static int team(int caseworker) {
        return caseworker < FIRST_OF_THE_SECOND ? 0 : caseworker < FIRST_OF_THE_THIRD ? 1 : 2;
    }

    /** Of the team of a caseworker; empty if it has none. */
    static Optional<String> supervisorOf(int caseworker) {
        int team = team(caseworker);
        return team < SUPERVISORS.size() ? Optional.of(SUPERVISORS.get(team)) : Optional.empty();
    }

    static List<String> everybody() {
        List<String> all = new ArrayList<>(SUPERVISORS);
        for (int nth = 0; nth < CASEWORKERS; nth++) {
            all.add(caseworker(nth));
        }
        return all;
    }

    /** Whom a step tells of somebody whose caseworker this is; of duress everybody is told. */
    static Set<String> told(int caseworker, CheckInLevel level, boolean duress) {
        String worker = caseworker(caseworker);
        Set<String> told = new HashSet<>();
        if (duress || level == CheckInLevel.CASEWORKERS) {
            told.add(worker);
        }
        if (duress || level == CheckInLevel.DEPUTIES) {
            Optional.ofNullable(DEPUTIES.get(worker)).ifPresent(told::add);
        }
        if (duress || level == CheckInLevel.EVERY_SUPERVISOR) {
            told.addAll(SUPERVISORS);
        } else if (level == CheckInLevel.SUPERVISORS) {
            supervisorOf(caseworker).ifPresentOrElse(told::add, () -> told.addAll(SUPERVISORS));
        }
        return told;
    }

    /** Writes who they are, and the key of the organisation. */
    static void add(Connection database, GeneratedKeys keys) throws SQLException {
        keys.addOrganisation(database);
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        CopiedRows rows = new CopiedRows();
        for (int team = 0; team < TEAMS; team++) {
            rows.into("team")
                    .with("id", GeneratedStaff.team(team))
                    .with("name", "Team " + team)
                    .end();
        }
        for (int team = 0; team < SUPERVISORS.size(); team++) {
            GeneratedStaff.addPerson(rows, keys.macs(), SUPERVISORS.get(team), team, "SUPERVISOR");
        }
        for (int nth = 0; nth < CASEWORKERS; nth++) {
            GeneratedStaff.addPerson(rows, keys.macs(), caseworker(nth), team(nth), "CASEWORKER");
        }
        rows.flush(database);
        try (Statement statement = database.createStatement()) {
            statement.execute("update staff_member set language = 'en'");
            statement.execute("set session_replication_role = origin");
        }
    }
}
