package org.durumi.evidence;

import java.util.Set;

/** How much a claim bears, as docs/domain/evidence.md lists it. */
public enum Weight {
    NONE,
    WEAK,
    FAIR,
    GOOD;

    private static final Set<Modality> NOT_SAID_PLAINLY = Set.of(Modality.SUSPECTED, Modality.INFERRED);
    private static final Set<Credibility> LIKELY = Set.of(Credibility.CONFIRMED, Credibility.PROBABLY_TRUE);

    /** What source and claim together bear, if it is said plainly. */
    static Weight of(Reliability source, Credibility claim) {
        if (source == Reliability.F && claim == Credibility.NOT_JUDGED) {
            return NONE;
        } else if (source.compareTo(Reliability.B) <= 0 && LIKELY.contains(claim)) {
            return GOOD;
        }
        boolean possible = LIKELY.contains(claim) || claim == Credibility.POSSIBLY_TRUE;
        return source.compareTo(Reliability.C) <= 0 && possible ? FAIR : WEAK;
    }

    /** The same, as it is said: a suspicion bears little, a forecast nothing, and an office only what it confirms. */
    static Weight of(Reliability source, NewClaim claim) {
        Weight plain = of(source, claim.credibility());
        if (claim.modality() == Modality.FORECAST) {
            return NONE;
        }
        boolean plainly = !NOT_SAID_PLAINLY.contains(claim.modality());
        return claim.stance()
                .map(stance -> switch (stance) {
                    case CONFIRMS -> plainly ? plain : plain.atMost(WEAK);
                    case CONDITIONAL -> plain.atMost(WEAK);
                    case DENIES, NEITHER, NO_KNOWLEDGE, SILENT -> NONE;
                })
                .orElse(plainly ? plain : plain.atMost(WEAK));
    }

    private Weight atMost(Weight most) {
        return compareTo(most) > 0 ? most : this;
    }
}
