package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A supervisor confirms what waits, or sends it back with a reason: the same form for whatever waits. */
@ApplicationScoped
public class Decisions {
    private static final int LONGEST_REASON = 1000;

    /** What a supervisor decides about an entry. */
    public enum Decision {
        CONFIRM,
        SEND_BACK
    }

    @Inject
    Pages pages;

    /**
     * Does what was decided.
     *
     * @param confirm whether it is settled by that: not if another has to agree too
     * @param sendBack takes the reason
     * @param next the address that is shown then
     * @param form the form's page, shown again if something is wrong
     */
    public Response decide(
            FormInput input, BooleanSupplier confirm, Consumer<String> sendBack, String next, Supplier<View> form) {
        Optional<Decision> decision = input.read("decision", Field.choice(Decision.class));
        Optional<String> why = input.read("reason", Field.optionalLines(LONGEST_REASON));
        return pages.submit(
                input,
                () -> {
                    if (decision.orElseThrow() == Decision.CONFIRM) {
                        return pages.redirect(
                                next, confirm.getAsBoolean() ? "notice.entry.confirmed" : "notice.entry.agreed");
                    }
                    sendBack.accept(why.orElseThrow());
                    return pages.redirect(next, "notice.entry.sent-back");
                },
                form);
    }
}
