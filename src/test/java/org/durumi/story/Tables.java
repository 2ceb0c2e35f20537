package org.durumi.story;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.durumi.launcher.Demo;
import org.durumi.stack.Stack;

/** The tables as a whole, seen past every policy, to prove that something changed nothing. */
final class Tables {
    /** What a refused request may write – its entry in the log, the last use of a session, a form to give back – and a node. */
    private static final Set<String> OF_REQUESTS = Set.of("access_entry", "staff_session", "kept_form", "node");

    private Tables() {}

    /** How many rows each table holds and which transaction wrote last; equal if nothing was written between. */
    static Map<String, String> state() throws SQLException {
        Map<String, String> state = new TreeMap<>();
        try (Connection all = connection(Demo.DATABASE);
                Statement select = all.createStatement()) {
            for (String table : names(all)) {
                if (!OF_REQUESTS.contains(table)) {
                    try (ResultSet row = select.executeQuery(
                            "select count(*) || ' rows, last ' || coalesce(max(xmin::text::bigint), 0) from "
                                    + table)) {
                        row.next();
                        state.put(table, row.getString(1));
                    }
                }
            }
        }
        return state;
    }

    /** A connection that no policy holds back. */
    static Connection connection(String database) throws SQLException {
        return Stack.running().postgres().connect(database, "postgres");
    }

    /** Every table of a database. */
    static List<String> names(Connection all) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement select = all.createStatement();
                ResultSet found = select.executeQuery("select quote_ident(table_name) from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }
}
