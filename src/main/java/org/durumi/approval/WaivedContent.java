package org.durumi.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a supervisor saw when waiving: the departure or the quote, and everything that stood against it.
 *
 * @param hash SHA-256 in hexadecimal digits of what stood against it, in a stable order
 */
public record WaivedContent(WaiverSubject subject, UUID subjectId, String hash) {
    /** @param against what stands against it, such as the rules that block and their inputs; the order does not matter */
    public static WaivedContent of(WaiverSubject subject, UUID subjectId, List<String> against) {
        String content = String.join("\n", against.stream().sorted().toList());
        return new WaivedContent(subject, subjectId, sha256(content));
    }

    private static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
