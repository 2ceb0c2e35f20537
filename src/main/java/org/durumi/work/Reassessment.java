package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.durumi.cases.Changes;

/** Lets the risk of a case be reckoned of which a check-in was missed. Of a closed case it is left as it is. */
@ApplicationScoped
class Reassessment {
    @Inject
    Changes changes;

    void onJobTaken(@Observes JobTaken job) {
        if (job.kind() == JobKind.REASSESS) {
            changes.reassess(List.of(job.caseId()));
            job.done();
        }
    }
}
