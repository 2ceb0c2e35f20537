package org.durumi.web.evidence;

import java.util.List;
import org.durumi.kernel.CaseNumber;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.RecordForm;

/**
 * What the page of a form about a claim shows beside what is typed.
 *
 * @param fields what the form asks for
 * @param action where the form is sent
 * @param sources of the team
 * @param people everybody in the case
 * @param entries of their journeys
 * @param claims to which a new claim may stand in a relation
 * @param differences what somebody else stored meanwhile; empty if nobody did
 */
public record ClaimForm(
        RecordForm<?> fields,
        CaseNumber number,
        String action,
        List<Choice> sources,
        List<Choice> people,
        List<Choice> entries,
        List<Choice> claims,
        List<Difference> differences) {
    public ClaimForm {
        sources = List.copyOf(sources);
        people = List.copyOf(people);
        entries = List.copyOf(entries);
        claims = List.copyOf(claims);
        differences = List.copyOf(differences);
    }

    /** How many characters fit into a text. */
    public int longest(String field) {
        return fields.longest(field);
    }
}
