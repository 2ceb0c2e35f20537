package org.durumi.web.bell;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** An answer that goes on for as long as its page is open. It holds no thread: what cannot be written yet waits, and who reads nothing is let go. */
final class EventStream implements OpenPage.Sending, WriteListener, AsyncListener {
    /** So many events may wait to be written. */
    private static final int MOST_WAITING = 50;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Deque<String> waiting = new ArrayDeque<>();

    private boolean possible;
    private boolean written;
    private boolean ending;
    private boolean over;

    private EventStream(AsyncContext context, ServletOutputStream out) {
        this.context = context;
        this.out = out;
    }

    /** Begins the answer to a request. */
    static EventStream open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(response);
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        EventStream stream = new EventStream(context, response.getOutputStream());
        context.addListener(stream);
        stream.out.setWriteListener(stream);
        return stream;
    }

    /** Says what follows. A proxy hands each event on as it comes. */
    static void begin(HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
    }

    @Override
    public synchronized void send(String event) {
        if (over || ending) {
            return;
        }
        waiting.add(event);
        if (waiting.size() > MOST_WAITING) {
            close();
        } else {
            write();
        }
    }

    @Override
    public synchronized void end(String last) {
        if (!over && !ending) {
            waiting.add(last);
            ending = true;
            write();
        }
    }

    @Override
    public synchronized boolean isOver() {
        return over;
    }

    @Override
    public synchronized void onWritePossible() {
        possible = true;
        write();
    }

    /** As much as is possible now; the server says when more is. */
    private void write() {
        try {
            while (possible && !over && out.isReady()) {
                if (!waiting.isEmpty()) {
                    out.write(waiting.poll().getBytes(StandardCharsets.UTF_8));
                    written = true;
                } else if (written) {
                    written = false;
                    out.flush();
                } else {
                    if (ending) {
                        close();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    /** The server may have ended it already. */
    private void close() {
        if (!over) {
            over = true;
            try {
                context.complete();
            } catch (IllegalStateException ended) {
                waiting.clear();
            }
        }
    }

    @Override
    public synchronized void onError(Throwable gone) {
        close();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is begun once.
    }
}
