package org.durumi.accesslog;

import jakarta.data.repository.Repository;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Stored entries of the access log, to be read only: they are written by {@link AccessLog} alone. */
@Repository
interface AccessEntries {
    StatelessSession session();

    /** The newest entries that pass the filter, newest first. */
    default List<AccessEntry> newest(AccessFilter filter, int limit) {
        List<String> conditions = new ArrayList<>(List.of("e.recordedAt >= :from", "e.recordedAt < :until"));
        filter.actor().ifPresent(actor -> conditions.add("e.actor = :actor"));
        filter.number().ifPresent(number -> conditions.add("array_contains(e.caseRefs, :number)"));
        filter.action().ifPresent(action -> conditions.add("e.action = :action"));
        filter.outcome().ifPresent(outcome -> conditions.add("e.outcome = :outcome"));
        filter.olderThan()
                .ifPresent(cursor -> conditions.add("(e.recordedAt < :at or e.recordedAt = :at and e.id < :id)"));
        SelectionQuery<AccessEntry> query = session()
                .createSelectionQuery(
                        "from AccessEntry e where " + String.join(" and ", conditions)
                                + " order by e.recordedAt desc, e.id desc",
                        AccessEntry.class)
                .setParameter("from", filter.from())
                .setParameter("until", filter.until())
                .setMaxResults(limit);
        filter.actor().ifPresent(actor -> query.setParameter("actor", actor));
        filter.number().ifPresent(number -> query.setParameter("number", number.value()));
        filter.action().ifPresent(action -> query.setParameter("action", action));
        filter.outcome().ifPresent(outcome -> query.setParameter("outcome", outcome));
        filter.olderThan().ifPresent(cursor -> query.setParameter("at", cursor.recordedAt())
                .setParameter("id", cursor.id()));
        return query.getResultList();
    }
}
