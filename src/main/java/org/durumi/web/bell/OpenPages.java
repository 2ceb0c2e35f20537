package org.durumi.web.bell;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.durumi.bell.Bells;
import org.durumi.bell.Urgent;
import org.durumi.bell.Waiting;
import org.durumi.identity.Actor;
import org.durumi.identity.session.Session;
import org.durumi.identity.session.SessionKeeper;
import org.durumi.jdbc.Outage;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are open on this node, one of each session. For all of them together it looks into the database every two seconds: so it
 * learns of what another node, a job or the climb of a check-in has written, and of sessions that have ended anywhere, and whatever
 * becomes of a connection, the next look takes another.
 */
@ApplicationScoped
class OpenPages {
    private static final Logger LOGGER = Logger.getLogger(OpenPages.class.getName());
    private static final long SECONDS = 2;

    /** With each fifth look it is counted anew how much waits for everybody; for whom something urgent is new, at once. */
    private static final int COUNTS_EVERY = 5;

    /** One looks, one greets a new page, one waits for the identity provider. */
    private static final int THREADS = 3;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Bells bells;

    @Inject
    SessionKeeper keeper;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.open.pages", defaultValue = "500")
    int most;

    private final Map<String, OpenPage> pages = new ConcurrentHashMap<>();

    /** One asks the identity provider at a time: it may be slow. */
    private final AtomicBoolean asking = new AtomicBoolean();

    // Threads of its own: neither what falls due nor an identity provider that hangs may hold up an alert.
    private @Nullable ScheduledExecutorService own;
    private @Nullable ScheduledFuture<?> looking;

    private int looks;

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        own = Executors.newScheduledThreadPool(THREADS, threads);
        looking = own.scheduleWithFixedDelay(this::lookAgain, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void atStop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ending) {
        if (own != null && looking != null) {
            looking.cancel(false);
            own.shutdownNow();
        }
    }

    /** Whether a page of a session may be added: a node carries so many connections and no more. */
    boolean hasRoom(String session) {
        return pages.containsKey(session) || pages.size() < most;
    }

    /**
     * Tells a page of somebody what there is, and whatever comes, until it is closed, another page of the session takes its place, or the
     * session ends.
     *
     * @param said when the page was drawn, or heard something last, as its browser says
     */
    void add(Actor reader, Locale language, Optional<String> said, OpenPage.Sending stream) {
        Instant now = clock.instant();
        OpenPage page = new OpenPage(stream, new Texts(language, clock.getZone()), OpenPage.since(said, now), now);
        OpenPage before = pages.put(reader.sessionTag(), page);
        if (before != null) {
            before.replaced();
        }
        Objects.requireNonNull(own).execute(() -> look(Map.of(reader.sessionTag(), page), true));
    }

    private void lookAgain() {
        pages.values().removeIf(OpenPage::isOver);
        looks = (looks + 1) % COUNTS_EVERY;
        look(Map.copyOf(pages), looks == 0);
        Instant now = clock.instant();
        pages.values().forEach(each -> each.breathe(now));
    }

    /** Whatever goes wrong, it looks again: what leaves it would leave this node silent. */
    private void look(Map<String, OpenPage> open, boolean counts) {
        try {
            if (!open.isEmpty()) {
                tell(open, counts);
            }
        } catch (RuntimeException | Error failed) {
            Outage.of(failed)
                    .ifPresentOrElse(
                            Outage::log,
                            () -> LOGGER.log(
                                    Level.WARNING,
                                    "Open pages were told nothing: {0}",
                                    failed.getClass().getName()));
        }
    }

    private static OpenPage page(Map<String, OpenPage> open, Actor reader) {
        return Objects.requireNonNull(open.get(reader.sessionTag()));
    }

    /** @param counts whether it is counted how much waits for each of them: that costs more than to look for what is new */
    private void tell(Map<String, OpenPage> open, boolean counts) {
        Instant now = clock.instant();
        List<Session> sessions = keeper.stillOpen(open.keySet());
        Set<String> standing =
                sessions.stream().map(each -> each.actor().sessionTag()).collect(Collectors.toSet());
        open.forEach((tag, page) -> {
            if (!standing.contains(tag) && pages.remove(tag, page)) {
                page.ended();
            }
        });
        if (sessions.isEmpty()) {
            return;
        }
        List<Actor> readers = sessions.stream().map(Session::actor).toList();
        Instant since = open.values().stream()
                .map(OpenPage::since)
                .min(Comparator.naturalOrder())
                .orElse(now);
        Map<UserId, List<Urgent>> urgent = bells.urgent(readers, since);
        readers.forEach(each -> page(open, each).tell(urgent.getOrDefault(each.id(), List.of()), now));
        List<Actor> counted = readers.stream()
                .filter(each -> counts || urgent.containsKey(each.id()))
                .toList();
        List<Waiting> waiting = counted.isEmpty() ? List.of() : bells.of(counted);
        for (int i = 0; i < counted.size(); i++) {
            page(open, counted.get(i)).tell(waiting.get(i), List.of(), now);
        }
        ask(sessions.stream().filter(keeper::isToBeAsked).toList());
    }

    /** Who only has a page open asks for nothing, so that nobody else asks the identity provider whether they may still see it. */
    private void ask(List<Session> due) {
        if (due.isEmpty() || own == null || !asking.compareAndSet(false, true)) {
            return;
        }
        own.execute(() -> {
            try {
                due.forEach(keeper::ask);
            } catch (RuntimeException | Error failed) {
                LOGGER.log(
                        Level.WARNING,
                        "Sessions were not asked for: {0}",
                        failed.getClass().getName());
            } finally {
                asking.set(false);
            }
        });
    }
}
