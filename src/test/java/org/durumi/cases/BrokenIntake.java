package org.durumi.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.RuleViolation;

/** Opens a case and then fails in the same transaction, as a bug or an outage would. */
@RequestScoped
@Transactional
public class BrokenIntake {
    @Inject
    CaseService cases;

    /** @throws RuleViolation always, after everything has been written */
    public CaseNumber open(NewCase reported) {
        cases.open(reported);
        throw new RuleViolation("case.open.no-team");
    }
}
