package org.durumi.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Rows that wait to be copied into their tables, in the text format of COPY. */
final class CopiedRows {
    private final Map<String, StringBuilder> lines = new LinkedHashMap<>();

    /** Begins a row. The columns are the same, in the same order, in every row of a table. */
    Row into(String table) {
        return new Row(table);
    }

    /** A row that is being written. */
    final class Row {
        private final StringBuilder columns;
        private final StringBuilder values = new StringBuilder();
        private String separator = "";

        private Row(String table) {
            columns = new StringBuilder(table).append(" (");
        }

        Row with(String column, Object value) {
            columns.append(separator.isEmpty() ? "" : ", ").append(column);
            values.append(separator).append(text(value));
            separator = "\t";
            return this;
        }

        void end() {
            lines.computeIfAbsent(columns.append(')').toString(), first -> new StringBuilder())
                    .append(values)
                    .append('\n');
        }
    }

    /** Copies everything, in one transaction. */
    void flush(Connection connection) throws SQLException {
        CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
        connection.setAutoCommit(false);
        for (Map.Entry<String, StringBuilder> each : lines.entrySet()) {
            try {
                copy.copyIn(
                        "copy " + each.getKey() + " from stdin",
                        new StringReader(each.getValue().toString()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        lines.clear();
    }

    private static String text(Object value) {
        if (value == null) {
            return "\\N";
        } else if (value instanceof byte[] bytes) {
            return "\\\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof Collection<?> items) {
            return items.stream().map(CopiedRows::quoted).collect(Collectors.joining(",", "{", "}"));
        }
        return escaped(value.toString());
    }

    private static String quoted(Object item) {
        return escaped('"' + item.toString() + '"');
    }

    private static String escaped(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\t') < 0
                ? text
                : text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }
}
