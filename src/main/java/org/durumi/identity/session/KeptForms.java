package org.durumi.identity.session;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;

/**
 * Forms that nobody sent to be carried out, or that could not be carried out when they came: their sender had to prove anew
 * who they are, was too fast, changed the language, or left quickly. What was typed stays sealed on the server, for that
 * person only and for an hour, so that nobody types it twice; nothing of it is carried out.
 */
@ApplicationScoped
public class KeptForms {
    /** How long a form waits for its sender. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_OF_ONE_PERSON = 5;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Sessions sessions;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /**
     * A form as it was sent.
     *
     * @param address to which it was sent, a path of ours with its query
     * @param fields what was typed
     * @param toConfirm whether it asks for a proof of who the sender is, besides a session
     * @param isLeft whether its sender left it half-filled and has not been offered it since
     */
    public record KeptForm(
            UUID id, String address, Map<String, List<String>> fields, boolean toConfirm, boolean isLeft) {
        public KeptForm {
            fields = Map.copyOf(fields);
        }
    }

    /** Keeps a form of somebody who is signed in, and returns its name. */
    public UUID keep(UserId sender, String address, Map<String, List<String>> fields, boolean toConfirm) {
        return keep(sender, new KeptForm(UUID.randomUUID(), address, fields, toConfirm, false), clock.instant());
    }

    /**
     * Keeps what stands in a draft while its owner has it open, under the draft's own name, in place of what was kept so before.
     *
     * @return whether the draft is still theirs; else nothing is kept
     */
    public boolean keepAs(UUID draft, UserId owner, String address, Map<String, List<String>> fields) {
        KeptForm form = new KeptForm(draft, address, fields, false, false);
        Instant now = clock.instant();
        boolean kept = statements()
                .text("SELECT keep_copy_of_draft(?, ?, ?, ?)", draft, owner.value(), sealed(owner, form), now)
                .filter("t"::equals)
                .isPresent();
        makeRoom(owner);
        return kept;
    }

    /** Keeps a form that somebody left half-filled: it is offered to them once, by itself. */
    public void keepLeft(UserId sender, String address, Map<String, List<String>> fields) {
        keep(sender, new KeptForm(UUID.randomUUID(), address, fields, false, true), clock.instant());
    }

    /** Whether a form waits that this person left half-filled. */
    boolean isLeft(UserId sender) {
        return !left(sender, address -> true).isEmpty();
    }

    /**
     * Offers the form that this person left last; from then on it is kept like any other, under the name in the answer.
     *
     * @param address which address it was to be sent to
     */
    public Optional<KeptForm> takeLeft(UserId sender, Predicate<String> address) {
        return left(sender, address).stream().findFirst().flatMap(each -> {
            KeptForm form = each.form();
            if (!forget(form.id(), sender)) {
                // Another tab was faster.
                return Optional.empty();
            }
            KeptForm offered = new KeptForm(UUID.randomUUID(), form.address(), form.fields(), false, false);
            keep(sender, offered, each.kept());
            return Optional.of(offered);
        });
    }

    private record Waiting(KeptForm form, Instant kept) {}

    private List<Waiting> left(UserId sender, Predicate<String> address) {
        return statements()
                .list(
                        row -> {
                            UUID id = row.getObject(1, UUID.class);
                            Instant since = row.getTimestamp(3).toInstant();
                            return settings.seal()
                                    .open(purpose(id, sender), row.getString(2))
                                    .map(text -> new Waiting(parse(id, text), since));
                        },
                        "SELECT id, sealed, kept FROM kept_form WHERE user_id = ? AND kept > ? ORDER BY kept DESC, id",
                        sender.value(),
                        clock.instant().minus(LONGEST))
                .stream()
                .flatMap(Optional::stream)
                .filter(each -> each.form().isLeft() && address.test(each.form().address()))
                .toList();
    }

    private UUID keep(UserId sender, KeptForm form, Instant since) {
        statements()
                .run(
                        "INSERT INTO kept_form (id, user_id, sealed, kept) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        form.id(),
                        sender.value(),
                        sealed(sender, form),
                        since);
        makeRoom(sender);
        return form.id();
    }

    private String sealed(UserId sender, KeptForm form) {
        return settings.seal()
                .close(
                        purpose(form.id(), sender),
                        JSONObjectUtils.toJSONString(Map.of(
                                "address",
                                form.address(),
                                "fields",
                                form.fields(),
                                "toConfirm",
                                form.toConfirm(),
                                "left",
                                form.isLeft())));
    }

    /** Forgets what has waited too long, and of this person what is more than one person may have. */
    private void makeRoom(UserId sender) {
        statements()
                .run("DELETE FROM kept_form WHERE kept <= ?", clock.instant().minus(LONGEST));
        statements()
                .run(
                        "DELETE FROM kept_form WHERE user_id = ? AND id NOT IN"
                                + " (SELECT id FROM kept_form WHERE user_id = ? ORDER BY kept DESC, id LIMIT "
                                + MOST_OF_ONE_PERSON + ")",
                        sender.value(),
                        sender.value());
    }

    /**
     * Keeps a form of a session that has ended, and returns its name. Its token proves whose page sent it.
     *
     * @return empty if no session of the last hour had this token
     */
    public Optional<UUID> keepLate(String token, String address, Map<String, List<String>> fields) {
        return sender(token).map(sender -> keep(sender, address, fields, false));
    }

    /** Whose session of the last hour had this token; empty if nobody's, or if it is still open. */
    public Optional<UserId> sender(String token) {
        return sessions.ownerOfEnded(token, clock.instant().minus(LONGEST));
    }

    /** A form of this person; empty for anybody else's and for one that is gone. */
    public Optional<KeptForm> find(UUID id, UserId sender) {
        return statements()
                .text(
                        "SELECT sealed FROM kept_form WHERE id = ? AND user_id = ? AND kept > ?",
                        id,
                        sender.value(),
                        clock.instant().minus(LONGEST))
                .flatMap(stored -> settings.seal().open(purpose(id, sender), stored))
                .map(text -> parse(id, text));
    }

    /** Forgets a form of this person; whether it was there. */
    public boolean forget(UUID id, UserId sender) {
        return statements().run("DELETE FROM kept_form WHERE id = ? AND user_id = ?", id, sender.value()) == 1;
    }

    private Statements statements() {
        return Statements.on(database);
    }

    private static String purpose(UUID id, UserId sender) {
        return "form " + id + " of " + Secrets.hex(Secrets.hash(sender.value()));
    }

    private static KeptForm parse(UUID id, String text) {
        try {
            Map<String, Object> json = JSONObjectUtils.parse(text);
            Map<String, List<String>> fields = new LinkedHashMap<>();
            for (Map.Entry<String, Object> each :
                    JSONObjectUtils.getJSONObject(json, "fields").entrySet()) {
                fields.put(
                        each.getKey(),
                        ((List<?>) each.getValue())
                                .stream().map(String.class::cast).toList());
            }
            return new KeptForm(
                    id,
                    JSONObjectUtils.getString(json, "address"),
                    fields,
                    JSONObjectUtils.getBoolean(json, "toConfirm"),
                    JSONObjectUtils.getBoolean(json, "left"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
