package org.durumi.web.circumstances;

import java.util.Locale;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.PlainCircumstance;
import org.durumi.circumstances.PlainWords;
import org.durumi.circumstances.Vulnerability;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Page;

/** What a circumstance is called where it stands among others: «Phone: old phone». */
public final class CircumstanceTitle {
    private CircumstanceTitle() {}

    public static String of(Circumstance<?, ?, ?> one, Page page) {
        return switch (one) {
            case Attempt attempt -> page.text("circumstances.attempt", attempt.number(), attempt.outcome());
            case Device device -> page.text("timeline.device", device.label());
            case Vulnerability vulnerability -> page.text(vulnerability.kind());
            case Leg leg -> page.text("circumstances.leg", page.place(leg.from()), page.place(leg.to()));
            case PlainCircumstance<?> plain -> PlainWords.title(plain, page.texts());
            default -> throw new IllegalArgumentException(one.getClass().getName());
        };
    }

    /** The word for its kind in addresses and notices, such as «device». */
    public static String kind(Circumstance<?, ?, ?> one) {
        return switch (one) {
            case Attempt attempt -> "attempt";
            case Device device -> "device";
            case Vulnerability vulnerability -> "vulnerability";
            case Leg leg -> "leg";
            case PlainCircumstance<?> plain -> kind(plain.kind());
            default -> throw new IllegalArgumentException(one.getClass().getName());
        };
    }

    /** The same for a kind. */
    static String kind(CircumstanceKind kind) {
        return word(kind);
    }

    /** The word for a constant in addresses, such as «safe-contact». */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for all of a kind in addresses, such as «incidents». */
    public static String path(CircumstanceKind kind) {
        return kind(kind) + "s";
    }

    /** Where it is corrected. */
    public static String address(OpenCase open, Circumstance<?, ?, ?> one) {
        String path = one instanceof Vulnerability ? "vulnerabilities" : kind(one) + "s";
        return open.address() + "/" + path + "/" + one.id();
    }

    /** Where a supervisor decides about it. */
    public static String decision(CaseNumber number, Circumstance<?, ?, ?> one) {
        return "/cases/" + number + "/corrections/" + kind(one) + "/" + one.id();
    }
}
