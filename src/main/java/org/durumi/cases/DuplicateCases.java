package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.Recording;

/** What becomes of two cases of which one is a duplicate of the other; both were opened to be decided about. */
@ApplicationScoped
public class DuplicateCases {
    @Inject
    Closures closures;

    @Inject
    ClosureService service;

    @Inject
    Journeys journeys;

    @Inject
    Changes changes;

    /** Those of a case who are held, on the way or silent, or of whom nobody has confirmed yet that they are not. */
    public List<Participant> inDanger(CaseFile file, List<Participant> people) {
        return ClosureService.inDanger(people, journeys.entries(file.id()));
    }

    /** Those of a case of whom an entry waits for a supervisor: where they stand may change yet. */
    public List<Participant> waiting(CaseFile file, List<Participant> people) {
        Set<ParticipantId> unconfirmed = ClosureService.unconfirmed(journeys.entries(file.id()));
        return people.stream().filter(each -> unconfirmed.contains(each.id())).toList();
    }

    /**
     * Closes a case as a duplicate. That nobody's risk stops being reckoned by it, its caller has made sure.
     *
     * @throws RuleViolation if it is closed, or somebody asked to close it
     */
    public void close(CaseFile file, String why, Signed supervisor) {
        file.requireOpen();
        if (closures.waiting(file.id()).isPresent()) {
            throw new RuleViolation("closure.asked-already");
        }
        service.closeAtOnce(
                file,
                new NewClosure(CloseReason.DUPLICATE, why),
                new Recording(supervisor, file.key(AccessGroup.CASE)));
    }

    /** Opens it again, unless somebody has done so meanwhile, or has closed it for another reason since. */
    public void reopen(CaseFile file, Signed supervisor) {
        if (file.closeReason().filter(CloseReason.DUPLICATE::equals).isPresent()) {
            file.reopen(supervisor.at());
            service.last(file).ifPresent(closure -> {
                closure.reopen(
                        new NewReopening("", Optional.empty()), new Recording(supervisor, file.key(AccessGroup.CASE)));
                closures.save(closure);
            });
        }
        changes.recorded(file, AccessGroup.CASE);
    }

    /** Says something else of a case than at intake. */
    public void describe(CaseFile file, CaseDescription known) {
        if (!known.equals(file.description())) {
            file.describe(known, file.described());
        }
    }

    /** Says something else of a person. */
    public void change(CaseFile file, Participant who, NewParticipant known) {
        if (!known.equals(who.known())) {
            who.change(known, who.version(), file.key(AccessGroup.PARTICIPANT));
            journeys.save(who);
        }
    }
}
