package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.NewCircumstance;
import org.durumi.circumstances.PlainCircumstance;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.RecordForm;

/**
 * Shows, records and corrects one kind of circumstance that is a single record, whose form asks whom it concerns.
 *
 * @param <C> the circumstance as it is stored
 * @param <N> what is known of it, as the form asks for it
 */
public abstract class PlainController<C extends PlainCircumstance<N>, N extends Record & NewCircumstance>
        extends CircumstanceController<C, N> {
    PlainController(CircumstanceKind kind, RecordForm<N> form, Function<Circumstances, List<C>> ofThisKind) {
        super(CircumstanceTitle.kind(kind), CircumstanceTitle.path(kind), kind.group(), form, ofThisKind);
    }

    @Override
    String ofWhom(C stored, CaseView view) {
        return "";
    }

    @Override
    RecordForm<N> form(CaseView view) {
        return sayingWhom(super.form(view), view);
    }

    /** A form, which calls those whom it concerns by their letters. */
    static <N extends Record & NewCircumstance> RecordForm<N> sayingWhom(RecordForm<N> form, CaseView view) {
        return form.<Set<ParticipantId>>saying("whom", view::labels);
    }

    /** The record says it. */
    @Override
    Optional<Set<ParticipantId>> whom(FormInput input) {
        return Optional.of(Set.of());
    }

    @Override
    EntryId record(CaseNumber number, Set<ParticipantId> whom, N known) {
        return circumstances.record(number, known);
    }

    @Override
    void correct(CaseNumber number, EntryId id, N known, String why, int seen) {
        corrections.correct(number, id, known, why, seen, ofThisKind::apply);
    }
}
