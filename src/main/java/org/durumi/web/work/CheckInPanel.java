package org.durumi.web.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.cases.Participant;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.FormInput;
import org.durumi.work.CaseCheckIns;
import org.durumi.work.CheckIn;
import org.durumi.work.CheckInPlan;
import org.durumi.work.CheckInStep;
import org.durumi.work.PlanNow;

/**
 * The check-ins of one person as a page shows them.
 *
 * @param known of this person alone
 * @param handles of everybody who recorded something of it
 */
public record CheckInPanel(
        OpenCase open, Participant who, CaseCheckIns known, Map<UserId, String> handles, Instant now) {
    /** So much of the past is shown. */
    private static final int SHOWN = 10;

    /** Below this address lies what can be done. */
    public String address() {
        return address(open, who);
    }

    static String address(OpenCase open, Participant who) {
        return open.address() + "/participants/" + who.id() + "/check-ins";
    }

    /** What is agreed; empty if nothing is. */
    public Optional<PlanNow> plan() {
        return known.standing(who.id());
    }

    /** Whether the reader may agree with them, or change what was agreed. */
    public boolean records() {
        return open.actions().records() && who.isIn();
    }

    /** Whether the reader may say that they were heard of: a supervisor too. */
    public boolean acts() {
        return who.isIn() && (open.actions().records() || open.actions().decides());
    }

    /**
     * Since when their duress is the reader's to answer; empty if it is not. Others see it among what was recorded, where nobody sees it in
     * passing.
     */
    public Optional<Instant> duress() {
        return open.actions().keeps() ? known.duress(who.id()) : Optional.empty();
    }

    /** What was agreed before, the newest first. */
    public List<CheckInPlan> earlier() {
        return known.plans().stream()
                .map(PlanNow::plan)
                .filter(CheckInPlan::isEnded)
                .limit(SHOWN)
                .toList();
    }

    /** The latest that was recorded of them. */
    public List<CheckIn> heard() {
        return known.heard().stream().limit(SHOWN).toList();
    }

    /** The latest that they missed. */
    public List<CheckInStep> missed() {
        return known.missed().stream().limit(SHOWN).toList();
    }

    /** A key for a form of one button, so that it acts once. */
    public String once() {
        return FormInput.blank().typed(FormInput.ONCE);
    }
}
