package org.durumi.setup;

/** What is set up cannot be as it should; the message is one sentence that tells a person why. */
public class SetupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SetupRefused(String sentence) {
        super(sentence);
    }

    SetupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
