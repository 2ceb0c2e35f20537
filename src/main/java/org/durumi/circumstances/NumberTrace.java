package org.durumi.circumstances;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.durumi.kernel.RuleViolation;

/**
 * What is kept of a phone number: enough to recognise it, not enough to call it.
 *
 * @param hash the keyed hash of its digits in hexadecimal; empty if the number is not known
 * @param lastDigits its last three digits; empty if the number is not known
 */
record NumberTrace(String hash, String lastDigits) {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    private static final int KEPT_DIGITS = 3;
    private static final String ALGORITHM = "HmacSHA256";

    /** @throws IllegalArgumentException if only one of the two is known, or one has another form */
    NumberTrace {
        if (!(hash + lastDigits).matches("([0-9a-f]{64}[0-9]{" + KEPT_DIGITS + "})?")) {
            throw new IllegalArgumentException("not the trace of a number");
        }
    }

    static NumberTrace unknown() {
        return new NumberTrace("", "");
    }

    boolean isKnown() {
        return !hash.isEmpty();
    }

    /**
     * Takes the trace of a number as it was typed: spaces, hyphens, dots, brackets and a leading plus do not matter.
     *
     * @param typed the number; blank means that it is not known
     * @throws RuleViolation at «number» if it is not a phone number; the message does not repeat it
     */
    static NumberTrace of(String typed, byte[] key) {
        if (typed.isBlank()) {
            return unknown();
        }
        String digits = typed.strip().replaceAll("^\\+|[\\s().-]", "");
        if (!digits.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")) {
            throw RuleViolation.at("number", "device.number.invalid", SHORTEST, LONGEST);
        }
        return new NumberTrace(hash(digits, key), digits.substring(digits.length() - KEPT_DIGITS));
    }

    private static String hash(String digits, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
