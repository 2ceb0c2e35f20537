package org.durumi.staff;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.HandleChange;
import org.durumi.identity.Memberships;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrant;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.RoleGrants.AtConsole;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** What {@code bin/staff} does. */
final class StaffCommands {
    private static final int SUM = 8;
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneOffset.UTC);

    private final Statements database;
    private final Macs macs;
    private final RoleGrants roles;
    private final PrintStream out;
    private final UnaryOperator<String> asked;

    /** Somebody as the console names them before anything is done. */
    private record Person(UserId id, String handle) {}

    /** Somebody who came in before roles were given. */
    private record Seen(UserId id, String handle, Role role, String signedIn) {
        String line() {
            return String.join("  ", id.value(), role.name(), handle, signedIn);
        }
    }

    /** The message is for whoever called it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** @param asked answers a question */
    StaffCommands(Statements database, Macs macs, PrintStream out, UnaryOperator<String> asked) {
        this.database = database;
        this.macs = macs;
        this.roles = new RoleGrants(database, macs);
        this.out = out;
        this.asked = asked;
    }

    /** @throws Refused if the person or the team is unknown or not one alone, or nothing of the kind can be done */
    void run(List<String> words) {
        String what = words.isEmpty() ? "" : words.get(0);
        try {
            if (what.equals("roles-as-seen")) {
                rolesAsSeen(words.subList(1, words.size()));
                return;
            }
            switch (what + " " + words.size()) {
                case "list 1" -> list();
                case "team 2" -> found(words.get(1));
                case "call 3" -> call(person(words.get(1)), words.get(2));
                case "put 3" -> put(person(words.get(1)), team(words.get(2)), words.get(2));
                case "role 3" -> give(person(words.get(1)), role(words.get(2)));
                case "take 2" -> take(person(words.get(1)));
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
                        "select user_id, handle, coalesce(nullif(roles, ''), '-') roles from staff_member"
                                + " order by handle, user_id")
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
        Optional<RoleGrant> found = roles.current(who);
        if (found.isEmpty()) {
            return "no role here";
        } else if (!found.get().isGenuine(macs)) {
            return "record changed outside Durumi";
        }
        return (found.get().stands(macs) ? "has " : "waits for ") + found.get().role();
    }

    private void give(Person who, Role role) {
        requireYes(who, given(who.id()), role.name());
        AtConsole done = roles.giveAtConsole(who.id(), role, signed());
        record(AccessGroup.ROLE);
        switch (done) {
            case GIVEN -> {}
            case ASKED -> out.println("It counts when an administrator has confirmed it in Durumi.");
            case HAS_TO_COME ->
                out.println(
                        "It does not count yet: they have to try to sign in first. Talk to them after that, and call this again.");
        }
    }

    private void take(Person who) {
        if (roles.current(who.id()).isEmpty()) {
            throw new Refused("they have no role, and none waits for them");
        }
        requireYes(who, given(who.id()), "no role here");
        roles.end(who.id(), signed());
        record(AccessGroup.ROLE);
    }

    /** A name in Durumi can be changed, and looks like another: whoever sits here sees whom it concerns, and what becomes of them. */
    private void requireYes(Person who, String before, String after) {
        out.println(String.join("  ", who.id().value(), who.handle(), before + " -> " + after));
        if (!asked.apply("Type yes to do it: ").strip().equals("yes")) {
            throw new Refused("the answer is not yes");
        }
    }

    private void rolesAsSeen(List<String> words) {
        boolean giving = words.size() > 1 && words.get(0).equals("yes");
        List<Seen> seen = seen(without(giving ? words.subList(2, words.size()) : words));
        String sum = sum(seen);
        if (!giving) {
            seen.forEach(each -> out.println(each.line()));
            out.println("«bin/staff roles-as-seen yes " + sum
                    + "» gives them these roles, with the same --without. Look at each.");
        } else if (words.get(1).equals(sum)) {
            roles.giveFirst(seen.stream().collect(Collectors.toMap(Seen::id, Seen::role)), signed());
            record(AccessGroup.ROLE);
        } else {
            throw new Refused("the list has another sum now: look at it again");
        }
    }

    private Set<UserId> without(List<String> words) {
        Set<UserId> left = new HashSet<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).equals("--without") || i + 1 == words.size()) {
                throw new Refused(
                        "after roles-as-seen comes yes with the sum of the list, or --without with a subject");
            }
            left.add(person(words.get(i + 1)).id());
        }
        return left;
    }

    /** Of everybody who ever came in the role that they had then: whom Keycloak alone named since has never been here. */
    private List<Seen> seen(Set<UserId> without) {
        return database
                .list(
                        row -> {
                            UserId who = new UserId(row.getString("user_id"));
                            String handle = row.getString("handle");
                            String last = row.getString("last");
                            return Role.ofGroup(row.getString("roles").toLowerCase(Locale.ROOT))
                                    .map(role -> new Seen(who, handle, role, last));
                        },
                        "select m.user_id, m.handle, m.roles, e.last from staff_member m, lateral (select"
                                + " to_char(max(recorded_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as last from access_entry"
                                + " where actor = m.user_id and action = 'SIGN_IN' and outcome = 'DONE') e"
                                + " where e.last is not null order by m.handle, m.user_id")
                .stream()
                .flatMap(Optional::stream)
                .filter(each -> !without.contains(each.id()))
                .toList();
    }

    /** Of whom and what they get, not of when they came: somebody may sign in meanwhile. */
    private static String sum(List<Seen> seen) {
        String text = seen.stream()
                .map(each -> String.join("\t", each.id().value(), each.role().name(), each.handle()))
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SUM);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void found(String name) {
        if (name.isBlank() || !teams(name).isEmpty()) {
            throw new Refused("a team has a name that no other has");
        }
        database.run("insert into team (id, name) values (?, ?)", UUID.randomUUID(), name);
        record(AccessGroup.TEAM);
    }

    private void call(Person who, String handle) {
        if (handle.isBlank()) {
            throw new Refused("a handle is not blank");
        }
        HandleChange.make(who.id(), handle.strip(), signed(), database);
        record(AccessGroup.TEAM);
    }

    private void put(Person who, TeamId team, String name) {
        Memberships memberships = new Memberships(database, macs);
        requireYes(who, memberships.teamOf(who.id()).map(this::nameOf).orElse("no team"), name);
        memberships.put(who.id(), team, signed());
        record(AccessGroup.TEAM);
    }

    private void record(AccessGroup group) {
        AccessLog.changedBy(
                RoleGrants.CONSOLE.value(), Access.of(AccessAction.CONFIGURATION, group), database, macs, now());
        out.println("Done.");
    }

    /** By the subject alone: two people may be called alike. */
    private Person person(String subject) {
        List<Person> found = database.list(
                row -> new Person(new UserId(row.getString(1)), row.getString(2)),
                "select user_id, handle from staff_member where user_id = ?",
                subject);
        return one(found, "nobody was met with this subject; see bin/staff list");
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

    private static <T> T one(List<T> found, String otherwise) {
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
        return new Signed(RoleGrants.CONSOLE, now());
    }

    private Instant now() {
        return database.list(row -> row.getTimestamp(1).toInstant(), "select clock_timestamp()")
                .get(0);
    }
}
