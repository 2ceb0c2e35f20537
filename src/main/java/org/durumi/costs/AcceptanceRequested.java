package org.durumi.costs;

import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.RuleViolation;

/**
 * Somebody wants to accept a quote. An observer permits or refuses it; if nobody answers, it is refused: a missing guard
 * must not open the gate.
 */
public final class AcceptanceRequested {
    private final CaseFile file;
    private final Quote quote;
    private boolean permitted;
    private Optional<RuleViolation> refusal = Optional.empty();

    AcceptanceRequested(CaseFile file, Quote quote) {
        this.file = file;
        this.quote = quote;
    }

    public void permit() {
        permitted = true;
    }

    /** One refusal is enough, whatever others say. */
    public void refuse(RuleViolation why) {
        refusal = Optional.of(why);
    }

    public CaseFile file() {
        return file;
    }

    /** The quote as it stands before the change. */
    public Quote quote() {
        return quote;
    }

    /** @throws RuleViolation if an observer refused, or none answered */
    void requirePermission() {
        refusal.ifPresent(why -> {
            throw why;
        });
        if (!permitted) {
            throw new RuleViolation("quote.nobody-permitted");
        }
    }
}
