package org.durumi.bench;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.bench.MonthPerson.Spell;
import org.durumi.jdbc.Statements;
import org.durumi.work.CheckInLevel;

/** The steps that were taken in a simulated month, as the database holds them. */
record MonthSteps(Connection database) {
    /** Somebody was told. */
    record Told(String cause, Instant due, CheckInLevel level, Instant at, Set<String> whom) {
        Which which() {
            return new Which(due, level);
        }
    }

    /** One step of one check-in. */
    record Which(Instant due, CheckInLevel level) {}

    /** How many of those that are due before a moment were not taken. */
    int missing(Collection<MonthPerson> people, Instant moment) {
        int missing = 0;
        for (MonthPerson person : people) {
            Optional<Spell> spell = person.spell();
            if (spell.isPresent() && person.rhythm.lastGrace(spell.get().due).isBefore(moment)) {
                Set<Which> taken = new HashSet<>();
                of(person.id).forEach(each -> taken.add(each.which()));
                missing += (int) person.rhythm.steps(spell.get().due, moment, person.hasDeputy()).stream()
                        .filter(each -> !taken.contains(new Which(each.due(), each.level())))
                        .count();
            }
        }
        return missing;
    }

    List<Told> of(UUID participant) {
        return Statements.on(database)
                .list(
                        row -> new Told(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                CheckInLevel.valueOf(row.getString(3)),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                new HashSet<>(
                                        Arrays.asList((String[]) row.getArray(5).getArray()))),
                        """
                        select cause, due_at, step, at,
                            array(select user_id::text from notice n where n.step_id = s.id order by user_id)
                        from check_in_step s where participant_id = ? order by at
                        """,
                        participant);
    }
}
