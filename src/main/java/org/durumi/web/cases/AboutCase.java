package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** What was said of a case at intake, and who has worked on it. */
@ApplicationScoped
class AboutCase implements CasePart {
    @Inject
    Pages pages;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.ABOUT, 10, Set.of(AccessGroup.CASE, AccessGroup.ASSIGNMENT));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.of(pages.templates().casesAbout(open));
    }
}
