package org.durumi.web.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.people.NamesView;
import org.durumi.people.PersonName;
import org.durumi.people.PersonService;
import org.durumi.web.frame.CaseReader;

/** Opens names for the page of a form, to the caseworkers of the case alone. */
@ApplicationScoped
class NameReader {
    @Inject
    CaseReader cases;

    @Inject
    PersonService people;

    /**
     * The participant whose name is about to be recorded.
     *
     * @throws NotFound if there is no such participant, or this person may not record here; the refusal is recorded
     */
    Participant participant(CaseNumber number, UUID id) {
        return cases.toRecord(number, AccessGroup.PARTICIPANT).participants().stream()
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
        cases.toRecord(number, AccessGroup.PARTICIPANT, AccessGroup.NAME);
        NamesView view = people.view(number);
        return view.names().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
