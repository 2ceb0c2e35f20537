package org.durumi.links;

import java.util.Map;
import java.util.Set;
import org.durumi.kernel.ParticipantId;

/**
 * How a case is closed as a duplicate of another.
 *
 * @param people for each person of the closing case who they are in the staying one
 * @param ofTheCase what of the closing case's description is taken over
 * @param ofPeople what is taken over of each person, by who they are in the staying case
 * @param why in the supervisor's words
 */
public record NewMerge(
        Map<ParticipantId, ParticipantId> people,
        Set<CaseFact> ofTheCase,
        Map<ParticipantId, Set<PersonFact>> ofPeople,
        String why) {
    public NewMerge {
        people = Map.copyOf(people);
        ofTheCase = Set.copyOf(ofTheCase);
        ofPeople = Map.copyOf(ofPeople);
    }
}
