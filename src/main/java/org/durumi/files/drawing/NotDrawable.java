package org.durumi.files.drawing;

/** A file is not drawn; with the key of the message that says why. */
public final class NotDrawable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public NotDrawable(String key) {
        super(key);
        this.key = key;
    }

    /** A document that acts, hides another file or fetches something, or cannot be read without doubt. */
    static NotDrawable document() {
        return new NotDrawable("file.document");
    }

    public String key() {
        return key;
    }
}
