package org.durumi.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.WaivedContent;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseChanged;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseTransferred;
import org.durumi.identity.CurrentUser;
import org.durumi.risk.CaseAssessed;
import org.durumi.risk.RiskService;
import org.durumi.vault.Recording;

/**
 * A request is void when what it was about is so no more, in the transaction of the change: a waiver is bound to what stood against a
 * departure or a quote, of a closed case nothing is asked, and of a team that gave a case away neither.
 */
@ApplicationScoped
class RequestWatch {
    @Inject
    RequestRows rows;

    @Inject
    RiskService risk;

    @Inject
    CaseAccess access;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** The system does it, as it reckons the risk: whoever changed a broker need not be able to read every case that names him. */
    void onCaseAssessed(@Observes CaseAssessed assessed) {
        List<Request> asked = rows.asked(assessed.file().id(), clock.instant());
        if (!asked.isEmpty()) {
            List<WaivedContent> standing =
                    risk.waivable(assessed.file(), assessed.recording().key());
            end(asked, each -> !standing.containsAll(each.stopped()), assessed.recording());
        }
    }

    /** Another team has taken the case over: what was asked for was for the supervisors and colleagues of the one before. */
    void onTransferred(@Observes CaseTransferred transferred) {
        endAll(transferred.file());
    }

    /** A closed case is not assessed. */
    void onCaseChanged(@Observes CaseChanged changed) {
        CaseFile file = changed.file();
        if (!file.isOpen()) {
            endAll(file);
        }
    }

    private void endAll(CaseFile file) {
        List<Request> asked = rows.asked(file.id(), clock.instant());
        if (!asked.isEmpty()) {
            access.alsoNames(file, AccessGroup.REQUEST);
            end(
                    asked,
                    each -> true,
                    new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.REQUEST)));
        }
    }

    private void end(List<Request> asked, Predicate<Request> isGone, Recording recording) {
        for (Request each : recording.key().opened(asked)) {
            if (each.isWaiting(recording.signed().at()) && isGone.test(each)) {
                each.becomeVoid(recording);
                rows.save(each);
            }
        }
    }
}
