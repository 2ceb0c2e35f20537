package org.durumi.web.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.people.NamesView;
import org.durumi.people.PersonName;
import org.durumi.people.PersonService;

/** Opens names for the page of a form, to the caseworkers of the case alone. */
@ApplicationScoped
class NameReader {
    @Inject
    CaseSearch search;

    @Inject
    PersonService people;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    /**
     * The participant whose name is about to be recorded.
     *
     * @throws NotFound if there is no such participant, or this person may not record here; the refusal is recorded
     */
    Participant participant(CaseNumber number, UUID id) {
        return requireRecorder(search.view(number, AccessGroup.PARTICIPANT)).participants().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * The name that is about to be corrected.
     *
     * @throws NotFound if there is no such name, or this person may not record here; the refusal is recorded
     */
    PersonName name(CaseNumber number, UUID id) {
        requireRecorder(search.view(number, AccessGroup.PARTICIPANT, AccessGroup.NAME));
        NamesView view = people.view(number);
        return view.names().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private CaseView requireRecorder(CaseView view) {
        boolean assigned = view.assignments().stream()
                .anyMatch(each -> each.isCurrent()
                        && each.caseworker().equals(user.actor().id()));
        if (!assigned) {
            log.refused(Access.of(AccessAction.CHANGE, AccessGroup.NAME)
                    .on(view.file().number()));
            throw new NotFound();
        }
        if (!view.file().isOpen()) {
            throw new RuleViolation("case.closed");
        }
        return view;
    }
}
