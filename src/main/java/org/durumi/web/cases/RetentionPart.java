package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.RetentionService;
import org.durumi.cases.RetentionService.Kept;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Until when a closed case is kept, and that it must be kept. */
@ApplicationScoped
class RetentionPart implements CasePart {
    @Inject
    Pages pages;

    @Inject
    RetentionService service;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.ABOUT, 40, Set.of(AccessGroup.CASE));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        Kept kept = service.of(open.view().file());
        boolean says = kept.hold().isPresent() || !open.view().file().isOpen();
        return says ? Optional.of(pages.templates().casesKept(open, kept)) : Optional.empty();
    }
}
