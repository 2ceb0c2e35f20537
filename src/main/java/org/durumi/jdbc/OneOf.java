package org.durumi.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * Queries for what is one of many. The many are one parameter, an array: a query with a list of parameters would be translated
 * anew whenever it is asked, and planned anew for each length of the list.
 */
public final class OneOf {
    private OneOf() {}

    /** @param query says «holds(:many, …)», a function that the dialect knows */
    public static <T> SelectionQuery<T> query(
            StatelessSession session, Class<T> type, String query, Collection<UUID> many) {
        return query(session, type, query, many.toArray(UUID[]::new));
    }

    /** The same where the many are texts. */
    public static <T> SelectionQuery<T> query(
            StatelessSession session, Class<T> type, String query, List<String> many) {
        return query(session, type, query, many.toArray(String[]::new));
    }

    private static <T> SelectionQuery<T> query(StatelessSession session, Class<T> type, String query, Object[] many) {
        return session.createSelectionQuery(query, type).setParameter("many", many);
    }
}
