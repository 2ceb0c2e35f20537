package org.durumi.accesslog;

/** The entry of an access could not be written, so the access is refused: the answer is 503 and nothing is opened. */
public class AccessNotRecorded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessNotRecorded(Throwable cause) {
        super("the access could not be recorded", cause);
    }
}
