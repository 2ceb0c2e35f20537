package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.durumi.kernel.CaseNumber;

/** What people were told, which the database writes: of cases that they may not open too. */
@ApplicationScoped
class Notices {
    @Inject
    CheckIns checkIns;

    /** Of other teams, what the person of this transaction was told; those who wait longest first. */
    List<OverdueElsewhere> elsewhere(int most) {
        return checkIns
                .session()
                .createNativeQuery(
                        "select number, label, cause, since, misses, team, coalesce(ask, '') from overdue_elsewhere(:most)",
                        Object[].class)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(Notices::line)
                .toList();
    }

    private static OverdueElsewhere line(Object[] row) {
        return new OverdueElsewhere(
                new CaseNumber((String) row[0]),
                (String) row[1],
                CheckInCause.valueOf((String) row[2]),
                moment(row[3]),
                (Integer) row[4],
                (String) row[5],
                (String) row[6]);
    }

    private static Instant moment(Object stored) {
        return Objects.requireNonNull(stored instanceof Timestamp stamp ? stamp.toInstant() : (Instant) stored);
    }

    /** What the person of this transaction was told, they have seen. */
    void seen(Instant now) {
        checkIns.session()
                .createNativeQuery("select notices_are_seen(:now)", Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }
}
