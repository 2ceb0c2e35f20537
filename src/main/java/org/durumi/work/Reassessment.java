package org.durumi.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.durumi.cases.Changes;
import org.durumi.cases.RetentionService;

/** Lets the risk of a case be reckoned of which a check-in was missed or a day has come; of a closed one it is only asked whether it is kept. */
@ApplicationScoped
class Reassessment {
    @Inject
    Changes changes;

    @Inject
    RetentionService retention;

    void onJobTaken(@Observes JobTaken job) {
        if (job.kind() == JobKind.REASSESS) {
            changes.reassess(List.of(job.caseId()));
            retention.look(job.caseId());
            job.done();
        }
    }
}
