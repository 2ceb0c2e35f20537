package org.durumi.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.limit.Limit;
import org.durumi.identity.limit.RateLimits;

/**
 * Reads the bodies of requests. Whoever reads one holds a thread of the server until it has come: so nobody sends many at a
 * time, guests together fill a part of the server's threads at most, and who is slow is not waited for.
 */
@ApplicationScoped
public class Bodies {
    /** How many bytes a form may have. */
    public static final int LARGEST_FORM = 64 * 1024;

    /** How many bytes are kept of a form with a file: the largest file that is taken, and what is typed beside it. */
    public static final int LARGEST_UPLOAD = 21 * 1024 * 1024;

    /** What is larger is read so far, without being kept: only then does a browser show the answer. */
    private static final int LARGEST_HEARD = 4 * LARGEST_UPLOAD;

    /** How many forms with a file may come at a time, whoever sends them: each is in memory. */
    private static final int UPLOADS = 2;

    /** How many may wait for that, each somebody else. */
    private static final int WAITING_UPLOADS = 4;

    private static final int SECONDS_OF_WAITING = 30;

    private static final int BUFFER = 8 * 1024;
    /** How many one person or address may send at a time. */
    private static final int OF_ONE_SENDER = 8;
    /** How many all guests may send at a time. */
    private static final int OF_GUESTS = 32;
    /** How many may speak for the identity provider at a time: guests cannot take its places. */
    private static final int OF_PROVIDER = 8;

    @Inject
    RateLimits limits;

    @Inject
    CurrentUser user;

    private final Map<String, Integer> reading = new ConcurrentHashMap<>();
    private final Semaphore guests = new Semaphore(OF_GUESTS);
    private final Semaphore provider = new Semaphore(OF_PROVIDER);
    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Semaphore waiting = new Semaphore(WAITING_UPLOADS);
    private final Set<String> uploading = ConcurrentHashMap.newKeySet();

    /**
     * The beginning of a body.
     *
     * @param isWhole whether nothing came after it
     */
    public record Beginning(byte[] bytes, boolean isWhole) {}

    /** A body is not read to its end; with the status of the answer. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int TOO_MANY = 429;

        private final int status;
        private final Duration wait;

        private Refused(int status, Duration wait) {
            this.status = status;
            this.wait = wait;
        }

        /** A request that two readers could read in two ways is not read at all. */
        public static Refused ambiguous() {
            return new Refused(HttpServletResponse.SC_BAD_REQUEST, Duration.ZERO);
        }

        private static Refused tooMany(Duration wait) {
            return new Refused(TOO_MANY, wait);
        }

        public int status() {
            return status;
        }

        /** Answers with our page and closes the connection, on which the rest of the body may still come. */
        public void answer(HttpServletResponse response) throws IOException {
            response.setHeader("Connection", "close");
            if (status == TOO_MANY) {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            }
            response.sendError(status);
        }
    }

    /**
     * The body of a form.
     *
     * @param largest how many bytes it may have
     * @throws Refused if it has more, comes too slowly or not to its end, or too many come from one sender
     */
    public byte[] ofForm(Incoming request, int largest) throws Refused {
        if (user.signedIn().isPresent()) {
            return read(
                            request,
                            largest,
                            largest,
                            Pace.OF_STAFF,
                            user.actor().id().value())
                    .bytes();
        }
        return ofGuest(request, largest, largest).bytes();
    }

    private Beginning ofGuest(Incoming request, int kept, int largest) throws Refused {
        String address = request.sender();
        Optional<Duration> wait = limits.take(Limit.GUEST_FORM, address);
        if (wait.isPresent()) {
            throw Refused.tooMany(wait.get());
        }
        return together(guests, request, kept, largest, address);
    }

    /** Reads what was sent with a file, while it counts among those of which few are in memory. */
    public interface Reading<T, E extends Exception> {
        T read(Beginning body) throws E;
    }

    /**
     * Reads the body of a form with a file. Of somebody whose session has ended no more than what is typed beside it is kept.
     *
     * @throws Refused if it has far more than a file may have, comes too slowly or not to its end, or too many come at a time, or two of the same
     *     person
     */
    public <T, E extends Exception> T ofUpload(Incoming request, Reading<T, E> reading) throws Refused, E {
        if (user.signedIn().isEmpty()) {
            return reading.read(ofGuest(request, LARGEST_FORM, LARGEST_UPLOAD));
        }
        String whose = user.actor().id().value();
        if (!uploading.add(whose)) {
            throw busy();
        }
        try {
            return inTurn(request, whose, reading);
        } finally {
            uploading.remove(whose);
        }
    }

    private <T, E extends Exception> T inTurn(Incoming request, String whose, Reading<T, E> reading) throws Refused, E {
        if (!comesUp()) {
            throw busy();
        }
        try {
            return reading.read(read(request, LARGEST_UPLOAD, LARGEST_HEARD, Pace.OF_UPLOADS, whose));
        } finally {
            uploads.release();
        }
    }

    private static Refused busy() {
        return new Refused(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Duration.ZERO);
    }

    /** Who waits holds a thread of the server: so few do, and the others are told at once. */
    private boolean comesUp() {
        try {
            return uploads.tryAcquire() || waiting.tryAcquire() && comesUpLater();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean comesUpLater() throws InterruptedException {
        try {
            return uploads.tryAcquire(SECONDS_OF_WAITING, TimeUnit.SECONDS);
        } finally {
            waiting.release();
        }
    }

    /** The body of a word of the identity provider; as above. */
    public byte[] ofProvider(Incoming request, int largest) throws Refused {
        return together(provider, request, largest, largest, "provider " + request.sender())
                .bytes();
    }

    private Beginning together(Semaphore places, Incoming request, int kept, int largest, String whose) throws Refused {
        if (!places.tryAcquire()) {
            throw new Refused(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Duration.ZERO);
        }
        try {
            return read(request, kept, largest, Pace.OF_GUESTS, whose);
        } finally {
            places.release();
        }
    }

    /**
     * @param kept how many bytes are kept of it
     * @param largest how many it may have
     */
    private Beginning read(Incoming request, int kept, int largest, Pace pace, String whose) throws Refused {
        long length = request.request().getContentLengthLong();
        if (length > largest) {
            throw new Refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Duration.ZERO);
        }
        int now = reading.merge(whose, 1, Integer::sum);
        try {
            if (now > OF_ONE_SENDER) {
                throw Refused.tooMany(pace.free());
            }
            // It says how long it is, or it has no body: so it is in memory once.
            byte[] body = new byte[Math.clamp(length, 0, kept)];
            return read(request.request().getInputStream(), body, largest, pace);
        } catch (IOException silentOrGone) {
            throw new Refused(HttpServletResponse.SC_REQUEST_TIMEOUT, Duration.ZERO);
        } finally {
            reading.computeIfPresent(whose, (each, count) -> count == 1 ? null : count - 1);
        }
    }

    private static Beginning read(InputStream in, byte[] body, int largest, Pace pace) throws IOException, Refused {
        long began = System.nanoTime();
        byte[] buffer = new byte[BUFFER];
        int all = 0;
        // Returns as soon as something has come; how long it waits for that is a setting of the server.
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            if (all < body.length) {
                System.arraycopy(buffer, 0, body, all, Math.min(length, body.length - all));
            }
            all += length;
            if (all > largest) {
                throw new Refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Duration.ZERO);
            } else if (!pace.allows(Duration.ofNanos(System.nanoTime() - began), all)) {
                throw new Refused(HttpServletResponse.SC_REQUEST_TIMEOUT, Duration.ZERO);
            }
        }
        return new Beginning(all < body.length ? Arrays.copyOf(body, all) : body, all <= body.length);
    }
}
