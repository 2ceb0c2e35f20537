package org.durumi.staff;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.Memberships;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** What {@code bin/staff} does. */
final class StaffCommands {
    private static final String NAME = "staff-tool";

    private final Statements database;
    private final Macs macs;
    private final PrintStream out;

    /** The message is for whoever called it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    StaffCommands(Statements database, Macs macs, PrintStream out) {
        this.database = database;
        this.macs = macs;
        this.out = out;
    }

    /** @throws Refused if the person or the team is unknown or not one alone, or nothing of the kind can be done */
    void run(List<String> words) {
        String what = words.isEmpty() ? "" : words.get(0);
        switch (what + " " + words.size()) {
            case "list 1" -> list();
            case "team 2" -> found(words.get(1));
            case "call 3" -> call(person(words.get(1)), words.get(2));
            case "put 3" -> put(person(words.get(1)), team(words.get(2)));
            default -> out.print(StaffTool.USAGE);
        }
    }

    private void list() {
        Memberships memberships = new Memberships(database, macs);
        database.list(
                        row -> List.of(row.getString("user_id"), row.getString("handle"), row.getString("roles")),
                        "select user_id, handle, roles from staff_member order by handle, user_id")
                .forEach(each -> out.println(String.join(
                        "  ",
                        each.get(0),
                        each.get(1),
                        memberships
                                .teamOf(new UserId(each.get(0)))
                                .map(this::nameOf)
                                .orElse("-"),
                        each.get(2))));
    }

    private void found(String name) {
        if (name.isBlank() || !teams(name).isEmpty()) {
            throw new Refused("a team has a name that no other has");
        }
        database.run("insert into team (id, name) values (?, ?)", UUID.randomUUID(), name);
        record();
    }

    private void call(UserId who, String handle) {
        if (handle.isBlank()) {
            throw new Refused("a handle is not blank");
        }
        database.run(
                "update staff_member set handle = ?, version = version + 1 where user_id = ?",
                handle.strip(),
                who.value());
        record();
    }

    private void put(UserId who, TeamId team) {
        new Memberships(database, macs).put(who, team, new Signed(new UserId(NAME), now()));
        record();
    }

    private void record() {
        AccessLog.changedBy(NAME, Access.of(AccessAction.CONFIGURATION, AccessGroup.TEAM), database, macs, now());
        out.println("Done.");
    }

    private UserId person(String named) {
        List<String> found = database.list(
                row -> row.getString(1), "select user_id from staff_member where ? in (user_id, handle)", named);
        return new UserId(one(found, "nobody was met, or several people, under that name"));
    }

    private TeamId team(String name) {
        return TeamId.of(one(teams(name), "there is no team of that name"));
    }

    private List<String> teams(String name) {
        return database.list(row -> row.getString(1), "select id from team where name = ?", name);
    }

    private String nameOf(TeamId team) {
        return database.text("select name from team where id = ?", team.value()).orElse("?");
    }

    private static String one(List<String> found, String otherwise) {
        if (found.size() != 1) {
            throw new Refused(otherwise);
        }
        return found.get(0);
    }

    private Instant now() {
        return database.list(row -> row.getTimestamp(1).toInstant(), "select clock_timestamp()")
                .get(0);
    }
}
