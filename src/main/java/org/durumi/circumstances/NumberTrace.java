package org.durumi.circumstances;

import java.util.HexFormat;
import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.durumi.mac.MacKey;
import org.durumi.vault.DerivedKeys;

/**
 * What is kept of a phone number: enough to recognise it, not enough to call it. Both are sealed; in clear stands only a
 * {@link #tag}, which thousands of numbers share.
 *
 * @param hash the keyed hash of its digits in hexadecimal; empty if the number is not known
 * @param lastDigits its last three digits; empty if the number is not known
 */
record NumberTrace(String hash, String lastDigits) {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    private static final int KEPT_DIGITS = 3;

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

    /** Under what it can be looked for among all numbers; empty if the number is not known. */
    Optional<Integer> tag() {
        return isKnown() ? Optional.of(MacKey.tag(HexFormat.of().parseHex(hash))) : Optional.empty();
    }

    /** The trace of the number that somebody typed; unknown if they typed none. */
    static NumberTrace of(NewDevice known, DerivedKeys keys) {
        return known.number().isBlank() ? unknown() : of(known.number(), keys.index("phone index 1"));
    }

    /**
     * Takes the trace of a number as it was typed: spaces, hyphens, dots, brackets and a leading plus do not matter.
     *
     * @param typed the number; blank means that it is not known
     * @throws RuleViolation at «number» if it is not a phone number; the message does not repeat it
     */
    static NumberTrace of(String typed, MacKey key) {
        if (typed.isBlank()) {
            return unknown();
        }
        String digits = typed.strip().replaceAll("^\\+|[\\s().-]", "");
        if (!digits.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")) {
            throw RuleViolation.at("number", "device.number.invalid", SHORTEST, LONGEST);
        }
        return new NumberTrace(
                HexFormat.of().formatHex(key.hash(digits)), digits.substring(digits.length() - KEPT_DIGITS));
    }
}
