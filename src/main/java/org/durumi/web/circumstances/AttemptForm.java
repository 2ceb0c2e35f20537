package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import org.durumi.circumstances.NewAttempt;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.route.AttemptOutcome;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;

/** The fields of an earlier attempt to leave. */
final class AttemptForm {
    private static final int LONGEST = 500;

    private AttemptForm() {}

    static FormInput blank(String whoOrNull) {
        return CircumstanceForm.about(FormInput.blank(), whoOrNull);
    }

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewAttempt> read(FormInput input) {
        PartialDate happened = input.date("happened");
        Optional<AttemptOutcome> outcome = input.choice("outcome", AttemptOutcome.class);
        String consequences = input.optionalLines("consequences", LONGEST);
        return input.isValid()
                ? Optional.of(new NewAttempt(happened, outcome.orElseThrow(), consequences))
                : Optional.empty();
    }

    static FormInput fill(FormInput input, NewAttempt known) {
        return input.with("happened", known.happened())
                .with("outcome", known.outcome())
                .with("consequences", known.consequences());
    }

    static List<Difference> differences(NewAttempt typed, NewAttempt stored, Texts texts) {
        return List.of(
                new Difference("attempt.form.happened", texts.date(typed.happened()), texts.date(stored.happened())),
                new Difference("attempt.form.outcome", texts.text(typed.outcome()), texts.text(stored.outcome())),
                new Difference("attempt.form.consequences", typed.consequences(), stored.consequences()));
    }
}
