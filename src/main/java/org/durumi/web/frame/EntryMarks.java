package org.durumi.web.frame;

import gg.jte.Content;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.StageEntry;

/** What a feature says of how sure an entry of a journey is, in place of what was recorded with it. */
public interface EntryMarks {
    /** The groups of fields that it shows: it opens nothing else. */
    Set<AccessGroup> shows();

    /** Reads once for every entry in the case; what it returns marks one entry. */
    Function<StageEntry, Optional<Content>> read(OpenCase open);
}
