package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.durumi.web.support.Pages;

/** Everything about one or two people, side by side on the overview: more do not fit. */
@ApplicationScoped
class Cards implements CasePart {
    @Inject
    Pages pages;

    @Inject
    PersonParts people;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 20, people.shows());
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return open.isSmall() ? Optional.of(pages.templates().frameCards(open, people.read(open))) : Optional.empty();
    }
}
