package org.durumi.kernel;

/** What was asked for does not exist, or not for this person: both look the same and are answered with 404. */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found");
    }
}
