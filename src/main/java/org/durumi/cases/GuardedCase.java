package org.durumi.cases;

import org.durumi.kernel.CaseId;
import org.durumi.kernel.TeamId;

/** What the door has to know of a case before it opens it. */
record GuardedCase(CaseId id, TeamId team) {}
