package org.durumi.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseAccess;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.kernel.CaseNumber;
import org.durumi.mac.Macs;

/** Which drafts the application wrote, and which of them may be read. */
@ApplicationScoped
class RealDrafts {
    @Inject
    CaseAccess access;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    List<Draft> genuine(List<Draft> stored) {
        return stored.stream().filter(this::isGenuine).toList();
    }

    /** Whether the application wrote it for its owner; if not, that is told. */
    boolean isGenuine(Draft draft) {
        boolean genuine = draft.isGenuine(macs);
        if (!genuine) {
            tell();
        }
        return genuine;
    }

    /** Somebody changed a draft past the application. */
    void tell() {
        foreign.fire(new ForeignRow(ForeignRow.Kind.DRAFT, user.actor().id(), Optional.empty()));
    }

    /** Of which cases forms may be opened by this person, of those of which there are any. */
    Set<CaseNumber> readable(Collection<Draft> some) {
        List<CaseNumber> ofForms = some.stream()
                .filter(Draft::isForm)
                .map(Draft::number)
                .distinct()
                .toList();
        return Set.copyOf(access.readable(ofForms, each -> each));
    }
}
