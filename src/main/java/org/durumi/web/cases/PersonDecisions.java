package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** What a supervisor may decide about whether a person belongs to the case; the last one in it stays. */
@ApplicationScoped
class PersonDecisions implements PersonPart {
    @Inject
    Pages pages;

    @Override
    public int order() {
        return 95;
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.PARTICIPANT);
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        boolean decides = open.actions().decides()
                && open.view().file().isOpen()
                && open.view().participants().size() > 1;
        return who -> pages.templates().casesPersonDecisions(open, who, decides && who.isIn());
    }
}
