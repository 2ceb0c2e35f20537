package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.VisibleText;

/** Whether those whom a referral concerns agreed that something of them is passed on. */
@ApplicationScoped
class ReferralConsents {
    /** Visible characters of the reason why it was passed on all the same. */
    static final int SHORTEST_REASON = 20;

    @Inject
    ConsentService consents;

    @Inject
    CaseAccess access;

    @Inject
    Clock clock;

    /** @throws RuleViolation at «withoutConsent» if somebody did not agree on the day, and nothing says why it was passed on all the same */
    void require(CaseFile file, NewReferral told) {
        if (!told.isPassedOn() || VisibleText.length(told.withoutConsent()) >= SHORTEST_REASON) {
            return;
        }
        access.alsoNames(file, AccessGroup.CONSENT);
        ConsentPurpose purpose = told.to().purpose();
        LocalDate day = told.passedOnBy(LocalDate.now(clock));
        if (!consents.of(file, told.whom()).without(purpose, day).isEmpty()) {
            throw RuleViolation.at("withoutConsent", "referral.no-consent", purpose, day);
        }
    }
}
