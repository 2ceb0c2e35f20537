package org.durumi.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of a case as they were, to be put back: a request that changed it can then be said again. */
final class KeptCase {
    private final Connection database;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String id;

    /** @param database as a superuser, who is nobody's guest: no policy, no trigger */
    KeptCase(Connection database, String number) throws SQLException {
        this.database = database;
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try (ResultSet rows = statement.executeQuery("select id from case_file where number = '" + number + "'")) {
                rows.next();
                id = rows.getString(1);
            }
            try (ResultSet rows = statement.executeQuery("""
                    select c.table_name, string_agg(c.column_name, ', ')
                    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
                        and (table_name = 'case_file' or exists (
                            select from information_schema.columns k
                            where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'case_id'))
                    group by c.table_name
                    """)) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
            }
            for (String table : columns.keySet()) {
                statement.execute("create temporary table kept_" + table + " as select * from " + rowsOf(table));
            }
        }
    }

    private String rowsOf(String table) {
        return table + " where " + (table.equals("case_file") ? "id" : "case_id") + " = '" + id + "'";
    }

    void putBack() throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (Map.Entry<String, String> table : columns.entrySet()) {
                statement.execute("delete from " + rowsOf(table.getKey()));
                statement.execute("insert into %1$s (%2$s) select %2$s from kept_%1$s"
                        .formatted(table.getKey(), table.getValue()));
                statement.execute("drop table kept_" + table.getKey());
            }
            statement.execute("delete from idempotency_key where created >= current_date");
        }
    }
}
