package org.durumi.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.Signed;
import org.durumi.mac.Macs;

/**
 * What takes two people: each of them signs what they decide. The feature that asks has opened the case, begun
 * a transaction, and records the access.
 */
@ApplicationScoped
public class Agreements {
    @Inject
    Decisions decisions;

    @Inject
    Macs macs;

    /**
     * Somebody decides; once for each subject.
     *
     * @param content as for {@link Decision#sign}
     */
    public void decide(CaseId caseId, DecisionKind kind, UUID subject, Object[] content, Signed who) {
        decisions.add(Decision.sign(caseId, kind, subject, content, who, macs));
    }
}
