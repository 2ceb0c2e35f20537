package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseId;

/** Does jobs: each in a request and a transaction of its own, in which it also ends. */
@ApplicationScoped
@Transactional
public class JobService {
    @Inject
    Jobs jobs;

    @Inject
    Event<JobTaken> taken;

    @Inject
    CurrentUser user;

    /**
     * Does what a case has to be done of a kind, unless somebody else is about it.
     *
     * @throws IllegalStateException if nobody knows how to do it
     */
    @ActivateRequestContext
    public void work(JobKind kind, CaseId caseId, Instant now) {
        user.actAs(kind.actor());
        if (jobs.take(kind, caseId, now)) {
            JobTaken job = new JobTaken(kind, caseId);
            taken.fire(job);
            if (!job.isDone()) {
                throw new IllegalStateException("nobody does " + kind);
            }
            jobs.end();
        }
    }
}
