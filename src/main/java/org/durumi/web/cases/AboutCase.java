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
import org.durumi.web.support.Pages;

/** What was said of a case at intake, and who has worked on it. */
@ApplicationScoped
class AboutCase implements CasePart {
    @Inject
    Pages pages;

    @Override
    public CaseTab tab() {
        return CaseTab.ABOUT;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<AccessGroup> shows() {
        return Set.of(AccessGroup.CASE, AccessGroup.ASSIGNMENT);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return Optional.of(pages.templates().casesAbout(open));
    }
}
