package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.ConsentService;
import org.durumi.kernel.ParticipantId;
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

    /**
     * @param before what it corrects, if anything
     * @throws RuleViolation at the field that contradicts another; at «withoutConsent» if somebody did not agree and nothing says why it was passed on all
     *     the same, if what says so was written of fewer people or another purpose, or if everybody agreed
     */
    void require(CaseFile file, NewReferral told, Optional<NewReferral> before) {
        told.check(LocalDate.now(clock));
        if (!told.isPassedOn()) {
            return;
        }
        access.alsoNames(file, AccessGroup.CONSENT);
        List<ParticipantId> without = without(file, told);
        if (without.isEmpty()) {
            if (!VisibleText.isEmpty(told.withoutConsent())) {
                throw RuleViolation.at("withoutConsent", "referral.without-consent.not-needed");
            }
        } else if (VisibleText.length(told.withoutConsent()) < SHORTEST_REASON) {
            throw RuleViolation.at(
                    "withoutConsent", "referral.no-consent", told.to().purpose(), told.asked());
        } else if (before.filter(each -> isSaidOfLess(file, each, told, without))
                .isPresent()) {
            throw RuleViolation.at("withoutConsent", "referral.no-consent.more");
        }
    }

    /** Whether the same reason stood when fewer people, or another purpose, needed one: nobody has thought of these yet. */
    private boolean isSaidOfLess(CaseFile file, NewReferral before, NewReferral told, List<ParticipantId> without) {
        return before.withoutConsent().equals(told.withoutConsent())
                && (before.to().purpose() != told.to().purpose()
                        || !without(file, before).containsAll(without));
    }

    private List<ParticipantId> without(CaseFile file, NewReferral told) {
        return consents.of(file, told.whom()).without(told.to().purpose(), told.asked());
    }
}
