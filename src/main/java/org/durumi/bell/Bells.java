package org.durumi.bell;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/**
 * Asks the database how much waits for people: of any number of them in one statement. Nothing is opened, so that it needs no key, and
 * no entry of the access log. What a row is worth that the application did not write is found where it is shown, not here.
 */
@ApplicationScoped
public class Bells {
    /** So much that is new at once is told one by one; the rest is counted. */
    private static final int MOST_URGENT = 20;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Clock clock;

    /** How much waits for one person. */
    public Waiting of(Actor person) {
        return of(List.of(person)).getFirst();
    }

    /** How much waits for each of these people, in their order. */
    public List<Waiting> of(List<Actor> people) {
        return Statements.on(database)
                .list(
                        row -> new Waiting(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                        "select emergencies, check_ins, alerts, requests, tasks from waiting_for(?, ?, ?, ?, ?, ?)",
                        acting(people, LocalDate.now(clock), Waiting.MOST));
    }

    /** What cannot wait of what each of these people is told, the oldest first; those of whom nothing is new are missing. */
    public Map<UserId, List<Urgent>> urgent(List<Actor> people, Instant since) {
        List<Map.Entry<UserId, Urgent>> newest = Statements.on(database)
                .list(
                        row -> Map.entry(
                                new UserId(row.getString(1)),
                                new Urgent(
                                        UrgentKind.valueOf(row.getString(2)),
                                        row.getString(3),
                                        Optional.ofNullable(row.getString(4)).map(CaseNumber::new),
                                        row.getTimestamp(5).toInstant())),
                        "select person, kind, sign, number, at from urgent_for(?, ?, ?, ?, ?, ?)",
                        acting(people, since, MOST_URGENT));
        return newest.reversed().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What a transaction of each would say of who acts, and what else is asked. */
    private static Object[] acting(List<Actor> people, Object... more) {
        List<Object> all = new ArrayList<>();
        all.add(each(people, person -> person.id().value()));
        all.add(each(people, person -> person.is(Role.CASEWORKER) ? person.id().value() : ""));
        all.add(each(
                people,
                person -> person.supervisedTeam()
                        .map(team -> team.value().toString())
                        .orElse("")));
        all.add(each(people, person -> person.worksWithCases() ? person.id().value() : ""));
        Stream.of(more).forEach(all::add);
        return all.toArray();
    }

    private static String[] each(List<Actor> people, Function<Actor, String> what) {
        return people.stream().map(what).toArray(String[]::new);
    }
}
