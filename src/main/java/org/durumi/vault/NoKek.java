package org.durumi.vault;

/** The key-encryption key cannot be had. The message is for whoever runs the installation and holds no secret. */
public class NoKek extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoKek(String why) {
        super(why);
    }
}
