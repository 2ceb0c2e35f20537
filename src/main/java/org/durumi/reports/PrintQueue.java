package org.durumi.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.durumi.kernel.RuleViolation;

/**
 * Lets one summary at a time be read and printed on this node, in the order of asking: together with {@link Volumes}, that
 * bounds the memory which printing takes, whatever is in the cases and however many people print.
 */
@ApplicationScoped
public class PrintQueue {
    private static final int MOST_WAITING = 12;
    private static final int SECONDS = 90;

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Waits for its turn and does the work.
     *
     * @throws RuleViolation if too many wait, or it takes too long
     */
    public <T> T inTurn(Supplier<T> work) {
        if (waiting() >= MOST_WAITING || !comesUp()) {
            throw new RuleViolation("summary.queue");
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    int waiting() {
        return turn.getQueueLength();
    }

    private boolean comesUp() {
        try {
            return turn.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
