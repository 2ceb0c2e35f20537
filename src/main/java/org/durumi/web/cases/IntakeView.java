package org.durumi.web.cases;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.durumi.drafts.DraftId;
import org.durumi.kernel.CaseNumber;

/**
 * What a page of an intake in steps shows beside its fields.
 *
 * @param draft empty as long as nothing was kept
 * @param number that the case will get
 * @param prefixes with what the names of each person's fields begin
 * @param steps the other steps and what became of them
 * @param names draws the fields for the names of a person
 * @param own those of the reader's cases that may be of the same people
 */
public record IntakeView(
        IntakeStep step,
        Optional<DraftId> draft,
        Optional<CaseNumber> number,
        List<String> prefixes,
        List<Line> steps,
        Function<String, Content> names,
        List<CaseNumber> own) {
    /** A step, and whether it is answered and its answer holds. */
    public record Line(IntakeStep step, boolean answered, boolean done) {}

    /** Where the form of a step is sent, and is asked for. */
    public String address(IntakeStep wanted) {
        return draft.map(each -> IntakeStepsController.address(each, wanted)).orElse(IntakeStepsController.HERE);
    }

    /** The list of the steps; before there is a draft, the list of cases. */
    public String above() {
        return draft.map(each -> IntakeStepsController.HERE + "/" + each).orElse("/cases");
    }

    /** The needed steps that are to be answered before the case can be opened. */
    public List<IntakeStep> missing() {
        return steps.stream()
                .filter(each -> each.step().isNeeded() && !each.done())
                .map(Line::step)
                .toList();
    }
}
