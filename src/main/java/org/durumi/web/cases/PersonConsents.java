package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.ConsentService;
import org.durumi.cases.Consents;
import org.durumi.cases.Participant;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** What a person agrees to, and that nobody has asked them yet. */
@ApplicationScoped
class PersonConsents implements PersonPart {
    @Inject
    Pages pages;

    @Inject
    ConsentService consents;

    @Inject
    Handles handles;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.CONSENT);
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        Consents known = consents.of(open.view());
        Map<UserId, String> recorders = handles.of(
                known.all().stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet()));
        return who -> pages.templates().casesConsents(open, who, known.of(who.id()), recorders);
    }
}
