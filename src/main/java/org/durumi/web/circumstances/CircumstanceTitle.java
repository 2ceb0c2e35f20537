package org.durumi.web.circumstances;

import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Leg;
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
            default -> throw new IllegalArgumentException(one.getClass().getName());
        };
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
