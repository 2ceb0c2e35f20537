package org.durumi.web.bell;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.bell.Urgent;
import org.durumi.bell.Waiting;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A page that somebody has open, and what it has been told. It is told how much waits, in the words that stand beside its bell; and of
 * what cannot wait the kind, and the number of the case if its reader may open it. Nothing else is ever sent.
 */
final class OpenPage {
    /** A proxy gives up a connection on which nothing comes for a minute. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** What began before a look may be seen only at a later one, when its transaction has ended. */
    private static final Duration SEEN_LATER = Duration.ofMinutes(1);

    /** A change may take so long from its moment to its end that a page drawn meanwhile does not show it. */
    private static final Duration MEANWHILE = Duration.ofSeconds(3);

    /** Who was away for longer has to sign in again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Asked for by a browser whose connection broke. */
    private static final String AGAIN = "retry: 3000\n\n";

    private final Sending stream;
    private final Texts texts;
    private final Map<String, Instant> told = new HashMap<>();
    private Instant since;
    private Instant sent;
    private @Nullable Waiting known;

    /** Where events go. */
    interface Sending {
        void send(String event);

        /** Sends what is the last. */
        void end(String last);

        /** Whether nobody reads it any more. */
        boolean isOver();
    }

    /** @param since when the page was drawn: what began later is new to it */
    OpenPage(Sending stream, Texts texts, Instant since, Instant now) {
        this.stream = stream;
        this.texts = texts;
        this.since = since;
        this.sent = now;
        stream.send(AGAIN);
    }

    /** From when on it is to be told what is new. */
    synchronized Instant since() {
        return since;
    }

    /** Tells it what it does not know yet of what a look at a moment found, and how much waits if that has changed. */
    synchronized void tell(Waiting waiting, List<Urgent> urgent, Instant now) {
        tell(urgent, now);
        if (!waiting.equals(known)) {
            known = waiting;
            send("waiting", waiting.number(), waiting.words(texts), now);
        }
    }

    /** The same of what cannot wait alone. */
    synchronized void tell(List<Urgent> urgent, Instant now) {
        urgent.stream()
                .filter(each -> each.at().isAfter(since) && told.putIfAbsent(each.sign(), each.at()) == null)
                .forEach(each -> send(
                        "told",
                        each.kind().name(),
                        each.number().map(CaseNumber::value).orElse(""),
                        now));
        Instant later = now.minus(SEEN_LATER);
        since = later.isAfter(since) ? later : since;
        told.values().removeIf(began -> !began.isAfter(since));
        breathe(now);
    }

    /** So that neither a proxy nor the browser thinks that nobody is there. */
    synchronized void breathe(Instant now) {
        if (!now.isBefore(sent.plus(SILENCE))) {
            sent = now;
            stream.send(":\n\n");
        }
    }

    boolean isOver() {
        return stream.isOver();
    }

    /** Another page of the same session takes its place. */
    void replaced() {
        stream.end("event: elsewhere\ndata:\n\n");
    }

    /** The session is over. */
    void ended() {
        stream.end("event: ended\ndata:\n\n");
    }

    /** The browser says the moment again when its connection broke. */
    private void send(String event, String first, String second, Instant now) {
        sent = now;
        stream.send(
                "id: " + now.toEpochMilli() + "\nevent: " + event + "\ndata: " + first + "\ndata: " + second + "\n\n");
    }

    /**
     * When a page was drawn, or heard something last, as its browser says it; not long ago, whatever it says.
     *
     * @param said milliseconds
     */
    static Instant since(Optional<String> said, Instant now) {
        return said.filter(each -> each.matches("\\d{1,15}"))
                .map(each -> Instant.ofEpochMilli(Long.parseLong(each)).minus(MEANWHILE))
                .filter(each -> each.isBefore(now) && each.isAfter(now.minus(LONGEST)))
                .orElse(now);
    }
}
