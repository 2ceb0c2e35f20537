package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.PlainWords;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PersonPart;
import org.durumi.web.support.Pages;

/** What is known of a person's way. */
@ApplicationScoped
class PersonCircumstances implements PersonPart {
    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownWays.SHOWS;
    }

    @Override
    public Function<Participant, Content> read(OpenCase open) {
        Circumstances known = ways.of(open);
        Map<UserId, String> recorders = ways.recorders(open);
        PlainWords words = new PlainWords(known, open.view()::letter, open.texts());
        return who -> pages.templates().circumstancesPanel(open, who, known.of(who.id()), words, recorders);
    }
}
