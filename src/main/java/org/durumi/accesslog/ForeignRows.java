package org.durumi.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import org.durumi.identity.ForeignRow;

/**
 * Hears of rows that would give a right and were not written by the application. Each try is a refusal in the log; how often it
 * happened on this node since its start is told to whoever watches over it.
 */
@ApplicationScoped
public class ForeignRows {
    @Inject
    AccessLog log;

    private final AtomicLong met = new AtomicLong();

    void heard(@Observes ForeignRow row) {
        met.incrementAndGet();
        log.refusedForeign(row);
    }

    /** How often such a row was met by this node since it started. */
    public long met() {
        return met.get();
    }
}
