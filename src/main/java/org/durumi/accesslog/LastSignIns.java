package org.durumi.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;

/** When somebody of the staff came in last: all that an administrator is told of the log. */
@ApplicationScoped
public class LastSignIns {
    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    /** For each of these people who ever came in. */
    public Map<UserId, Instant> of(List<UserId> people) {
        return Statements.on(database)
                .list(
                        row -> Map.entry(
                                new UserId(row.getString(1)),
                                row.getTimestamp(2).toInstant()),
                        "select who, e.recorded_at from unnest(?) who, lateral (select recorded_at from access_entry"
                                + " where actor = who and action = 'SIGN_IN' and outcome = 'DONE'"
                                + " order by recorded_at desc, id desc limit 1) e",
                        (Object) people.stream().map(UserId::value).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
