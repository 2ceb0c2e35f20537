package org.durumi.web.frame;

import java.util.List;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;

/** What a feature contributes to the timeline of a case. */
public interface CaseEvents {
    /** The kinds of its events, such as «stage»: the filter of the timeline offers them. */
    List<String> kinds();

    /** The groups of fields that its events show: it opens nothing else. */
    Set<AccessGroup> shows();

    /** All its events in a case, corrected ones too, in any order. */
    List<CaseEvent> of(OpenCase open);
}
