package org.durumi.work;

import org.durumi.kernel.CaseId;

/** A job is to be done now, in the transaction that has taken it. The feature whose kind it is does it, and says so. */
public final class JobTaken {
    private final JobKind kind;
    private final CaseId caseId;
    private boolean done;

    JobTaken(JobKind kind, CaseId caseId) {
        this.kind = kind;
        this.caseId = caseId;
    }

    public JobKind kind() {
        return kind;
    }

    public CaseId caseId() {
        return caseId;
    }

    public void done() {
        done = true;
    }

    boolean isDone() {
        return done;
    }
}
