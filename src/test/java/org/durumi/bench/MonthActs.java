package org.durumi.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.bench.MonthPerson.Act;
import org.durumi.bench.MonthPerson.Kind;
import org.durumi.bench.MonthPerson.Plan;
import org.durumi.identity.session.SessionRows;
import org.durumi.jdbc.Statements;

/** What the people of a simulated month do, by the pages. Whoever gets no answer sends the same form again when the application is back. */
final class MonthActs {
    private static final Duration CLOSE = Duration.ofSeconds(1);

    /** So long somebody tries while the application runs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MonthNode node;
    private final Connection database;
    private final SessionRows sessions;
    private final Map<String, Visitor> people = new HashMap<>();
    private final Restart restart;
    private int refused;

    /** Brings the application back after it was killed. */
    @FunctionalInterface
    interface Restart {
        void now() throws Exception;
    }

    /** Somebody has sent a form between two moments, and was told that it is stored, or that it must not be. */
    private record Sent(Instant from, Instant until, Optional<String> location) {}

    MonthActs(MonthNode node, Connection database, Restart restart) {
        this.node = node;
        this.database = database;
        this.restart = restart;
        sessions = new SessionRows(node.servers().keys());
        MonthStaff.everybody()
                .forEach(each -> people.put(each, new Visitor(node.servers().baseUrl(), each, "en")));
    }

    int refused() {
        return refused;
    }

    Connection database() {
        return database;
    }

    /** Names who stands in for two of them, for longer than the month. */
    void nameDeputies() throws Exception {
        LocalDate first = today();
        for (Map.Entry<String, String> each : MonthStaff.DEPUTIES.entrySet()) {
            stored(
                    each.getKey(),
                    "/deputies/new",
                    "once",
                    MonthForms.once(),
                    "deputy",
                    each.getValue(),
                    "first",
                    first.toString(),
                    "last",
                    first.plusDays(50).toString());
        }
    }

    /** Somebody confirms an address, and says how often mails are to come. */
    void wantsMail(String who, String rhythm, MonthMail mail) throws Exception {
        String address = who + "@durumi.example.org";
        stored(who, "/notices/address", "address", address);
        String code = mail.code(address);
        stored(who, "/notices/code", "code", code);
        stored(who, "/notices/rhythm", "rhythm", rhythm);
    }

    /** Opens the case of a woman who is in touch. */
    MonthPerson opens(int caseworker, java.util.Random chance, Optional<Instant> arrest) throws Exception {
        String who = MonthStaff.caseworker(caseworker);
        Sent sent = stored(who, "/cases/new?kind=INDIVIDUAL", MonthForms.intake(today()));
        String location = sent.location().orElseThrow();
        String number = location.substring(location.lastIndexOf('/') + 1);
        UUID[] ids = Statements.on(database)
                .list(
                        row -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)},
                        "select f.id, p.id from case_file f join participant p on p.case_id = f.id where f.number = ?",
                        number)
                .getFirst();
        MonthPerson person = new MonthPerson(caseworker, number, ids[0], ids[1], chance, arrest, node.now());
        person.acts.add(new Act(Kind.OPENED, who, sent.from(), sent.until(), sent.until()));
        return person;
    }

    /** Does what is next. What must not be done, because somebody is late by now, becomes that they are heard of. */
    void does(MonthPerson person, List<String> complaints) throws Exception {
        Plan plan = person.next();
        Sent sent = send(
                plan.by(),
                MonthForms.path(person, plan.kind()),
                MonthForms.fields(person, plan, version(person), today()));
        Kind done = plan.kind();
        if (sent.location().isEmpty()) {
            refused++;
            done = Kind.WELL;
            if (plan.kind() != Kind.PAUSED && plan.kind() != Kind.ENDED) {
                complaints.add(plan.kind() + " was refused");
            }
            sent = stored(plan.by(), MonthForms.path(person, done), "once", MonthForms.once());
        }
        Instant recorded = recorded(person, done);
        if (recorded.isBefore(sent.from()) || recorded.isAfter(sent.until())) {
            complaints.add(done + " was recorded at another time than it was sent");
        }
        person.did(
                new Act(done, plan.by(), sent.from(), sent.until(), recorded),
                due(person, plan, done, recorded, complaints));
    }

    /** When they are awaited now: reckoned here, and the same in the database. */
    private Optional<Instant> due(MonthPerson person, Plan plan, Kind done, Instant recorded, List<String> complaints) {
        if (done == Kind.ENDED || done == Kind.ARRESTED || done == Kind.ANSWERED) {
            return Optional.empty();
        }
        Duration after = done == Kind.PAUSED ? Duration.ofHours(plan.hours()) : person.rhythm.interval();
        Instant reckoned = person.rhythm.awake(recorded.plus(after));
        Instant stored = moment("""
                select c.due_at from check_in_climb c join check_in_plan p on p.id = c.plan_id
                where c.participant_id = ? and p.state <> 'ENDED'
                """, person.id);
        if (Duration.between(reckoned, stored).abs().compareTo(CLOSE) > 0) {
            complaints.add("after " + done + " somebody is awaited at another time than was agreed");
        }
        return Optional.of(stored);
    }

    private Instant recorded(MonthPerson person, Kind kind) {
        String sql =
                switch (kind) {
                    case AGREED -> "select max(recorded_at) from check_in_plan where participant_id = ?";
                    case ENDED ->
                        "select max(changed_at) from check_in_plan where participant_id = ? and state = 'ENDED'";
                    case ARRESTED, FREE -> "select max(recorded_at) from stage_entry where participant_id = ?";
                    default -> "select max(recorded_at) from check_in where participant_id = ?";
                };
        return moment(sql, person.id);
    }

    private Instant moment(String sql, UUID id) {
        return Statements.on(database)
                .list(row -> row.getTimestamp(1).toInstant(), sql, id)
                .getFirst();
    }

    private int version(MonthPerson person) {
        return Statements.on(database)
                .list(row -> row.getInt(1), "select version from participant where id = ?", person.id)
                .getFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(node.now(), Rhythm.ZONE);
    }

    private Sent stored(String who, String path, String... fields) throws Exception {
        Sent sent = send(who, path, fields);
        if (sent.location().isEmpty()) {
            throw new IllegalStateException("not stored: " + page(path));
        }
        return sent;
    }

    private static String page(String path) {
        return path.replaceAll("[0-9a-f-]{36}", "…");
    }

    private Sent send(String who, String path, String... fields) throws Exception {
        Visitor visitor = people.get(who);
        Instant from = node.now();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            openSession(visitor);
            try {
                HttpResponse<byte[]> answer = visitor.send(visitor.post(path, fields));
                return new Sent(from, node.now(), location(answer));
            } catch (IOException noAnswer) {
                if (!node.isAlive()) {
                    restart.now();
                    end = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "the application runs, and has not answered a form for a minute: " + page(path), noAnswer);
                }
            }
        }
    }

    /** Where somebody is led whose form is stored; empty if it is shown again. */
    private static Optional<String> location(HttpResponse<byte[]> answer) {
        Optional<String> next = answer.headers().firstValue("Location");
        if (answer.statusCode() >= 500
                || next.filter(each -> each.contains("sign-in")).isPresent()) {
            throw new IllegalStateException("a form was answered with " + answer.statusCode());
        }
        return answer.statusCode() == 303 ? next : Optional.empty();
    }

    private void openSession(Visitor visitor) throws SQLException {
        visitor.openSession(database, sessions, node.now());
    }
}
