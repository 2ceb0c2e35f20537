package org.durumi.starter;

/** The application cannot be started; the message says why in one sentence, and which variable to look at. */
final class NotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStarted(String sentence) {
        super(sentence);
    }

    NotStarted(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
