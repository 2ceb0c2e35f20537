package org.durumi.evidence;

import java.util.Optional;
import org.durumi.route.Certainty;

/**
 * How sure an entry of a journey is: as somebody said who overruled its claims, else as its claims say, else as it was recorded.
 *
 * @param recorded with the entry
 * @param claimed what follows from its claims; empty if none that counts is about it
 * @param overruling the last that was said whatever the claims say; empty if nothing was, or it follows from the claims again
 */
public record HowSure(Certainty recorded, Optional<Certainty> claimed, Optional<Overruling> overruling) {
    public Certainty certainty() {
        return overruling.flatMap(Overruling::certainty).or(() -> claimed).orElse(recorded);
    }

    /** Whether anything is known of it but what was recorded. */
    public boolean isJudged() {
        return claimed.isPresent() || overruling.isPresent();
    }
}
