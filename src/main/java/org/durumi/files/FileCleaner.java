package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.durumi.kernel.RuleViolation;

/** Makes of what somebody sends what is stored: drawn or written anew, in a process of its own. */
@ApplicationScoped
public class FileCleaner {
    /** How many bytes a file may have. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int SECONDS_OF_WAITING = 120;
    private static final int MOST_WAITING = 2;

    /** Programs that look at files run one at a time on this node: each needs as much memory as the application. */
    private final Semaphore turn = new Semaphore(1, true);

    @Inject
    DrawingProcess drawing;

    @Inject
    MalwareScan scan;

    /**
     * Takes up to some minutes, and begins no transaction.
     *
     * @throws RuleViolation at «file» if it is not taken, or too many wait
     */
    public CleanFile clean(byte[] sent) {
        if (sent.length == 0) {
            throw RuleViolation.at("file", "file.missing");
        } else if (sent.length > LARGEST) {
            throw RuleViolation.at("file", "file.too-large");
        }
        FileKind kind = FileSort.of(sent);
        if (kind == FileKind.TEXT && !scan.isConfigured()) {
            return text(sent);
        } else if (turn.getQueueLength() >= MOST_WAITING || !comesUp()) {
            throw RuleViolation.at("file", "file.queue");
        }
        try {
            scan.require(sent);
            return kind == FileKind.TEXT ? text(sent) : drawing.draw(kind, sent);
        } finally {
            turn.release();
        }
    }

    private static CleanFile text(byte[] sent) {
        return CleanFile.asItIs(FileKind.TEXT, PlainText.normalised(sent));
    }

    private boolean comesUp() {
        try {
            return turn.tryAcquire(SECONDS_OF_WAITING, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
