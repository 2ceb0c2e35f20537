package org.durumi.accesslog;

import jakarta.data.repository.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessFilter.Cursor;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Stored entries of the access log, to be read only: they are written by {@link AccessLog} alone. */
@Repository(provider = "Hibernate")
interface AccessEntries {
    StatelessSession session();

    /**
     * Entries that pass the filter: newest first, or, after a line, those that came right after it, oldest first.
     *
     * @param line only newer entries than this one; empty for the newest of all
     */
    default List<AccessEntry> list(AccessFilter filter, Optional<Cursor> line, int limit) {
        List<String> conditions = new ArrayList<>(List.of("e.recordedAt >= :from", "e.recordedAt < :until"));
        filter.actor().ifPresent(actor -> conditions.add("e.actor = :actor"));
        filter.number().ifPresent(number -> conditions.add("array_contains(e.caseRefs, :number)"));
        filter.action().ifPresent(action -> conditions.add("e.action = :action"));
        filter.outcome().ifPresent(outcome -> conditions.add("e.outcome = :outcome"));
        filter.request().ifPresent(request -> conditions.add("e.requestId = :request"));
        filter.olderThan()
                .ifPresent(cursor -> conditions.add("(e.recordedAt < :at or e.recordedAt = :at and e.id < :id)"));
        line.ifPresent(
                cursor -> conditions.add("(e.recordedAt > :after or e.recordedAt = :after and e.id > :afterId)"));
        String order = line.isPresent() ? "e.recordedAt, e.id" : "e.recordedAt desc, e.id desc";
        SelectionQuery<AccessEntry> query = session()
                .createSelectionQuery(
                        "from AccessEntry e where " + String.join(" and ", conditions) + " order by " + order,
                        AccessEntry.class)
                .setParameter("from", filter.from())
                .setParameter("until", filter.until())
                .setMaxResults(limit);
        filter.actor().ifPresent(actor -> query.setParameter("actor", actor));
        filter.number().ifPresent(number -> query.setParameter("number", number.value()));
        filter.action().ifPresent(action -> query.setParameter("action", action.name()));
        filter.outcome().ifPresent(outcome -> query.setParameter("outcome", outcome.name()));
        filter.request().ifPresent(request -> query.setParameter("request", request));
        filter.olderThan()
                .ifPresent(
                        cursor -> query.setParameter("at", cursor.recordedAt()).setParameter("id", cursor.id()));
        line.ifPresent(
                cursor -> query.setParameter("after", cursor.recordedAt()).setParameter("afterId", cursor.id()));
        return query.getResultList();
    }
}
