package org.durumi.bench;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.durumi.launcher.DemoPostgres;

/** The SQL of one request, as PostgreSQL wrote it into its log, to be said again without the application. */
record Script(List<Line> lines) {
    private static final Pattern SAID = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:(NULL)|'((?:[^']++|'')*+)')(?:, |$)");

    private static final Pattern WRITES =
            Pattern.compile("\\s*(insert|update|delete|with)\\b", Pattern.CASE_INSENSITIVE);

    /** One statement of a role with its parameters as texts. */
    record Line(String role, String sql, List<String> parameters) {
        boolean begins() {
            return sql.equals("BEGIN");
        }

        boolean ends() {
            return sql.equals("COMMIT") || sql.equals("ROLLBACK");
        }

        boolean writes() {
            return WRITES.matcher(sql).lookingAt();
        }
    }

    /** What was said in the log of the database from an offset on, by the roles of the application. */
    static Script read(Path log, long from) throws IOException, ParseException {
        byte[] all = Files.readAllBytes(log);
        List<Line> lines = new ArrayList<>();
        for (String entry : new String(
                        all, (int) from, (int) (all.length - from), java.nio.charset.StandardCharsets.UTF_8)
                .split("\n")) {
            Map<String, Object> said = JSONObjectUtils.parse(entry);
            Matcher sql = SAID.matcher(String.valueOf(said.get("message")));
            String role = String.valueOf(said.get("user"));
            if (sql.matches() && (role.equals(DemoPostgres.APPLICATION) || role.equals(DemoPostgres.LOG))) {
                lines.add(new Line(role, sql.group(1), parameters(said.get("detail"))));
            }
        }
        return new Script(lines);
    }

    private static List<String> parameters(Object detail) {
        List<String> parameters = new ArrayList<>();
        if (detail != null) {
            Matcher each = PARAMETER.matcher(detail.toString());
            while (each.find()) {
                parameters.add(each.group(1) == null ? each.group(2).replace("''", "'") : null);
            }
        }
        return parameters;
    }

    /** How many statements a request takes, without the beginning and the end of transactions. */
    long statements() {
        return lines.stream().filter(line -> !line.begins() && !line.ends()).count();
    }

    /**
     * Says everything again through plain JDBC. What a transaction wrote is undone before its commit, so that it can be said
     * once more; PostgreSQL writes and waits for its log as before.
     */
    final class Replay implements AutoCloseable {
        private final Map<String, Connection> connections = new HashMap<>();
        private final Map<Line, PreparedStatement> prepared = new HashMap<>();

        Replay(BenchServers servers) throws SQLException {
            for (String role : List.of(DemoPostgres.APPLICATION, DemoPostgres.LOG)) {
                connections.put(role, servers.as(role));
            }
        }

        void run() throws SQLException {
            boolean written = false;
            for (Line line : lines) {
                Connection connection = connections.get(line.role());
                if (line.begins()) {
                    connection.setAutoCommit(false);
                } else if (line.ends()) {
                    if (written) {
                        tell(connection, "rollback to savepoint again");
                        written = false;
                    }
                    connection.commit();
                    connection.setAutoCommit(true);
                } else {
                    if (line.writes() && !written && !connection.getAutoCommit()) {
                        tell(connection, "savepoint again");
                        written = true;
                    }
                    say(line, connection);
                }
            }
        }

        private static void tell(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private void say(Line line, Connection connection) throws SQLException {
            PreparedStatement statement = prepared.get(line);
            if (statement == null) {
                statement = connection.prepareStatement(line.sql().replaceAll("\\$\\d+", "?"));
                prepared.put(line, statement);
            }
            for (int i = 0; i < line.parameters().size(); i++) {
                statement.setObject(i + 1, line.parameters().get(i), Types.OTHER);
            }
            if (statement.execute()) {
                statement.getResultSet().close();
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection each : connections.values()) {
                each.close();
            }
        }
    }
}
