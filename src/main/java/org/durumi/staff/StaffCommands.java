package org.durumi.staff;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.Memberships;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrants;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** What {@code bin/staff} does. */
final class StaffCommands {
    private static final String NAME = "staff-tool";
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneOffset.UTC);

    private final Statements database;
    private final Macs macs;
    private final RoleGrants roles;
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
        this.roles = new RoleGrants(database, macs);
        this.out = out;
    }

    /** @throws Refused if the person or the team is unknown or not one alone, or nothing of the kind can be done */
    void run(List<String> words) {
        String what = words.isEmpty() ? "" : words.get(0);
        try {
            switch (what + " " + words.size()) {
                case "list 1" -> list();
                case "team 2" -> found(words.get(1));
                case "call 3" -> call(person(words.get(1)), words.get(2));
                case "put 3" -> put(person(words.get(1)), team(words.get(2)));
                case "role 3" -> give(person(words.get(1)), role(words.get(2)));
                case "take 2" -> take(person(words.get(1)));
                case "roles-as-seen 1" -> showSeen();
                case "roles-as-seen 2" -> giveSeen(words.get(1));
                default -> out.print(StaffTool.USAGE);
            }
        } catch (RuleViolation broken) {
            throw new Refused(ENGLISH.text(broken.messageKey()).replaceFirst("\\.$", ""));
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
                        each.get(2),
                        given(new UserId(each.get(0))))));
    }

    private String given(UserId who) {
        return roles.current(who)
                .map(each -> each.stands(macs) ? "has " + each.role() : "waits for " + each.role())
                .orElse("no role here");
    }

    private void give(UserId who, Role role) {
        boolean atOnce = roles.giveAtConsole(who, role, signed());
        record(AccessGroup.ROLE);
        if (!atOnce) {
            out.println("It counts when an administrator has confirmed it in Durumi.");
        }
    }

    private void take(UserId who) {
        try {
            roles.end(who, signed());
        } catch (NotFound none) {
            throw new Refused("they have no role, and none waits for them");
        }
        record(AccessGroup.ROLE);
    }

    private void showSeen() {
        seen().forEach((who, role) -> out.println(who + "  " + role));
        out.println(
                "«bin/staff roles-as-seen yes» gives them these roles. Look at each; take away afterwards what nobody should have.");
    }

    private void giveSeen(String answer) {
        if (!answer.equals("yes")) {
            throw new Refused("the answer is not yes");
        }
        roles.giveFirst(seen(), signed());
        record(AccessGroup.ROLE);
    }

    /** The role that everybody had when they were met last. */
    private Map<UserId, Role> seen() {
        return database
                .list(
                        row -> Map.entry(new UserId(row.getString(1)), row.getString(2)),
                        "select user_id, roles from staff_member order by handle, user_id")
                .stream()
                .flatMap(
                        each -> Role.ofGroup(each.getValue().toLowerCase(Locale.ROOT))
                                .map(role -> Map.entry(each.getKey(), role))
                                .stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    private void found(String name) {
        if (name.isBlank() || !teams(name).isEmpty()) {
            throw new Refused("a team has a name that no other has");
        }
        database.run("insert into team (id, name) values (?, ?)", UUID.randomUUID(), name);
        record(AccessGroup.TEAM);
    }

    private void call(UserId who, String handle) {
        if (handle.isBlank()) {
            throw new Refused("a handle is not blank");
        }
        database.run(
                "update staff_member set handle = ?, version = version + 1 where user_id = ?",
                handle.strip(),
                who.value());
        record(AccessGroup.TEAM);
    }

    private void put(UserId who, TeamId team) {
        new Memberships(database, macs).put(who, team, signed());
        record(AccessGroup.TEAM);
    }

    private void record(AccessGroup group) {
        AccessLog.changedBy(NAME, Access.of(AccessAction.CONFIGURATION, group), database, macs, now());
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

    private static Role role(String name) {
        return Role.ofGroup(name)
                .orElseThrow(() -> new Refused("the roles are caseworker, supervisor, auditor and administrator"));
    }

    private Signed signed() {
        return new Signed(new UserId(NAME), now());
    }

    private Instant now() {
        return database.list(row -> row.getTimestamp(1).toInstant(), "select clock_timestamp()")
                .get(0);
    }
}
