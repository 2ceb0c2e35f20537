package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.NewAttempt;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.AttemptOutcome;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;

/** The form of an earlier attempt to leave. */
final class AttemptForm implements CircumstanceKind<Attempt, NewAttempt> {
    private static final int LONGEST = 500;

    @Override
    public String name() {
        return "attempt";
    }

    @Override
    public String path() {
        return "attempts";
    }

    @Override
    public AccessGroup group() {
        return AccessGroup.ATTEMPT;
    }

    @Override
    public FormInput blank(String whoOrNull) {
        return CircumstanceForm.about(FormInput.blank(), whoOrNull);
    }

    @Override
    public Optional<NewAttempt> read(FormInput input) {
        PartialDate happened = input.date("happened");
        Optional<AttemptOutcome> outcome = input.choice("outcome", AttemptOutcome.class);
        String consequences = input.optionalLines("consequences", LONGEST);
        return input.isValid()
                ? Optional.of(new NewAttempt(happened, outcome.orElseThrow(), consequences))
                : Optional.empty();
    }

    @Override
    public FormInput fill(FormInput input, NewAttempt known) {
        return input.with("happened", known.happened())
                .with("outcome", known.outcome())
                .with("consequences", known.consequences());
    }

    @Override
    public List<Difference> differences(NewAttempt typed, NewAttempt stored, List<Participant> people, Texts texts) {
        return List.of(
                new Difference("attempt.form.happened", texts.date(typed.happened()), texts.date(stored.happened())),
                new Difference("attempt.form.outcome", texts.text(typed.outcome()), texts.text(stored.outcome())),
                new Difference("attempt.form.consequences", typed.consequences(), stored.consequences()));
    }

    @Override
    public List<Attempt> in(Circumstances all) {
        return all.attempts();
    }

    @Override
    public String ofWhom(Attempt stored, CaseView view) {
        return view.label(stored.participant());
    }

    @Override
    public Consumer<CaseNumber> recording(FormInput input, CircumstancesService circumstances) {
        Optional<ParticipantId> who = CircumstanceForm.whom(input);
        Optional<NewAttempt> known = read(input);
        return number -> circumstances.recordAttempt(number, who.orElseThrow(), known.orElseThrow());
    }

    @Override
    public void change(CircumstancesService circumstances, CaseNumber number, EntryId id, NewAttempt known, int seen) {
        circumstances.changeAttempt(number, id, known, seen);
    }
}
