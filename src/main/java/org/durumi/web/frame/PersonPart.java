package org.durumi.web.frame;

import gg.jte.Content;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;

/** What a feature knows of each person of a case: drawn on the page of that person, and in their card on the overview. */
public interface PersonPart {
    /** Its place among the parts of a person, the smallest first. */
    int order();

    /** The groups of fields that it shows: it opens nothing else. */
    Set<AccessGroup> shows();

    /** Reads once for everybody in the case; what it returns draws one person. */
    Function<Participant, Content> read(OpenCase open);
}
