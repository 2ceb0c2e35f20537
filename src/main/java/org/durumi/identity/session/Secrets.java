package org.durumi.identity.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random values that open something, and their hashes that do not. */
public final class Secrets {
    private static final int BYTES = 32;
    private static final int TAG_DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 random bits as 43 characters for a URL or a cookie. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 of a secret. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A hash in lower-case hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** The reverse of {@link #hex}. */
    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Tells sessions apart in the access log; taken from a hash of the row's key, so that it opens nothing. */
    static String tag(byte[] idHash) {
        return hex(hash("tag " + hex(idHash))).substring(0, TAG_DIGITS);
    }

    /** Compares in constant time. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
