package org.durumi.links;

import java.util.List;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;

/** What a feature knows that may link a case with others. It is asked when somebody looks for links, and at no other time. */
public interface LinkFinder {
    /** The groups of fields of the case that it opens for it. */
    Set<AccessGroup> opens();

    /**
     * The cases that may be linked with an opened one, in all teams. Whatever it opens of them, it records.
     *
     * @throws org.durumi.kernel.RuleViolation if the person asks too often
     */
    List<FoundLink> find(CaseFile file);
}
