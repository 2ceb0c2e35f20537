package org.durumi.launcher;

/** The demo cannot start or go on; the message is one sentence that tells a person what to do. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
