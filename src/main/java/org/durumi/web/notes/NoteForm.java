package org.durumi.web.notes;

import java.util.List;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.RecordForm;

/**
 * What the page of a form about a note or a contact shows beside what is typed.
 *
 * @param fields what the form asks for
 * @param action where the form is sent
 * @param people everybody in the case
 * @param differences what was stored meanwhile; empty if nothing was
 */
public record NoteForm(
        RecordForm<?> fields, CaseNumber number, String action, List<Choice> people, List<Difference> differences) {
    public NoteForm {
        people = List.copyOf(people);
        differences = List.copyOf(differences);
    }

    /** How many characters fit into a text. */
    public int longest(String field) {
        return fields.longest(field);
    }
}
