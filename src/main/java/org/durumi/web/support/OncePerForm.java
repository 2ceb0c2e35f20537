package org.durumi.web.support;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.NotFound;

/**
 * Makes a form create one thing, however often it is sent.
 *
 * <p>The form carries a key; its row commits with what the form creates. A second request with the same key waits at the
 * row until the first has committed, creates nothing, and leads to the same page. If the first fails, the row is gone and
 * the second may create. The key changes with what was typed and with who sends it; the database shows a row only to who
 * knows its key, says of nobody what they created, and forgets it after a day.
 */
@ApplicationScoped
@Transactional
public class OncePerForm {
    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    CurrentUser user;

    /**
     * Creates something unless a form with this key already has.
     *
     * @param key the key of the form, from {@link FormInput#once}
     * @param creation creates it in the same transaction and says its address
     * @return the address of what was created, now or earlier
     */
    public String create(UUID key, Supplier<String> creation) {
        UUID mine = FormKey.of(user.actor().id().value() + '\0' + key);
        statements().text("SELECT set_config('app.form', ?, true), forget_forms()", mine.toString());
        if (take(mine)) {
            String path = creation.get();
            note(mine, path);
            return path;
        }
        return earlier(mine);
    }

    private boolean take(UUID key) {
        return statements().run("INSERT INTO idempotency_key (key) VALUES (?) ON CONFLICT DO NOTHING", key) == 1;
    }

    private void note(UUID key, String path) {
        statements().run("UPDATE idempotency_key SET result_path = ? WHERE key = ?", path, key);
    }

    private String earlier(UUID key) {
        return statements()
                .text("SELECT result_path FROM idempotency_key WHERE key = ?", key)
                .orElseThrow(NotFound::new);
    }

    private Statements statements() {
        return Statements.on(database);
    }
}
