package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.cases.SplitOff;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** That a person was taken out of the case, or put in again, or came from another one; and what a supervisor may do about it. */
@ApplicationScoped
class PersonLeft implements PersonPart {
    @Inject
    Pages pages;

    @Inject
    KnownLeavings leavings;

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.PARTICIPANT);
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        Map<UserId, String> handles = leavings.people(open);
        Optional<SplitOff> splitOff = leavings.splitOff(open);
        return who -> pages.templates()
                .casesPersonLeft(open, who, leavings.of(open, who.id()), splitOff, leavings.readable(open), handles);
    }
}
