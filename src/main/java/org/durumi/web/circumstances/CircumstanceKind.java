package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.View;

/**
 * What sets the form of one kind of circumstance apart; {@link CircumstancePages} does what all kinds have in common.
 *
 * @param <C> the circumstance as it is stored
 * @param <N> what is known of it, as the form shows it
 */
interface CircumstanceKind<C extends Circumstance<N>, N> {
    /** The word in the names of its template and its notices, such as «attempt». */
    String name();

    /** The word in its addresses, such as «attempts». */
    String path();

    /** What a reader of its form gets to see. */
    AccessGroup group();

    /** The fields of a new one; the participant's identifier is what the link said, unchecked. */
    FormInput blank(String whoOrNull);

    /** What was typed; empty if something is missing or wrong. */
    Optional<N> read(FormInput input);

    /** Fills in what is known. */
    FormInput fill(FormInput input, N known);

    /**
     * Both texts of every field, for the second of two writers.
     *
     * @param people everybody in the case
     */
    List<Difference> differences(N typed, N stored, List<Participant> people, Texts texts);

    /** Those of this kind. */
    List<C> in(Circumstances all);

    /** The letter of the participant whom it is about; empty if the form asks for people. */
    String ofWhom(C stored, CaseView view);

    /** Hands the page of a stored one what only this kind shows. */
    default View show(View page, C stored) {
        return page;
    }

    /**
     * Reads the form of a new one, with whom it is about.
     *
     * @return records it in a case; may be called only if the form is valid
     */
    Consumer<CaseNumber> recording(FormInput input, CircumstancesService circumstances);

    /** Stores a change, unless {@code seen} is no longer the stored version. */
    void change(CircumstancesService circumstances, CaseNumber number, EntryId id, N known, int seen);
}
