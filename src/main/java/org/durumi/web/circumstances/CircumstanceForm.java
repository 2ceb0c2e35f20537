package org.durumi.web.circumstances;

import java.util.List;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.RecordForm;

/**
 * What the page of a form about one circumstance shows beside what is typed.
 *
 * @param fields what the form asks for
 * @param view the case, as its reader opened it
 * @param ofWhom the participant's letter; empty if that is still to be chosen
 * @param action where the form is sent
 * @param people everybody in the case
 * @param linked what one of this kind can be linked to
 * @param differences what somebody else stored meanwhile; empty if nobody did
 */
public record CircumstanceForm(
        RecordForm<?> fields,
        CaseView view,
        String ofWhom,
        String action,
        List<Choice> people,
        List<Choice> linked,
        List<Difference> differences) {
    public CircumstanceForm {
        people = List.copyOf(people);
        linked = List.copyOf(linked);
        differences = List.copyOf(differences);
    }

    public CaseNumber number() {
        return view.file().number();
    }

    /** How many characters fit into a text. */
    public int longest(String field) {
        return fields.longest(field);
    }
}
