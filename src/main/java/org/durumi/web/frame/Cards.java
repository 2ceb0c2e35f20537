package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.web.support.Pages;

/** Everything about one or two people, side by side on the overview: more do not fit. */
@ApplicationScoped
class Cards implements CasePart {
    @Inject
    Pages pages;

    @Inject
    CaseFrame frame;

    @Override
    public CaseTab tab() {
        return CaseTab.OVERVIEW;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<AccessGroup> shows() {
        return frame.personGroups();
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return open.isSmall() ? Optional.of(pages.templates().frameCards(open, frame.card(open))) : Optional.empty();
    }
}
