package org.durumi.web.work;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;
import org.durumi.work.CaseCheckIns;

/** When a person is to be heard of, and that they were. */
@ApplicationScoped
class PersonCheckIns implements PersonPart {
    @Inject
    Pages pages;

    @Inject
    KnownCheckIns known;

    @Inject
    Clock clock;

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownCheckIns.SHOWS;
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        CaseCheckIns all = known.of(open);
        Map<UserId, String> handles = known.recorders(all);
        Instant now = clock.instant();
        return who -> pages.templates().workPerson(new CheckInPanel(open, who, all.of(who.id()), handles, now));
    }
}
