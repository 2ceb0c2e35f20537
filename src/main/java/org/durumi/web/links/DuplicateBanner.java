package org.durumi.web.links;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CloseReason;
import org.durumi.links.MergeService;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** On each page of a case that was closed as a duplicate: of which case. */
@ApplicationScoped
class DuplicateBanner implements CasePart {
    @Inject
    Pages pages;

    @Inject
    MergeService merges;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.HEAD, 1, Set.of(AccessGroup.CASE));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        CaseFile file = open.view().file();
        return file.closeReason().filter(CloseReason.DUPLICATE::equals).isPresent()
                ? merges.duplicate(file).map(line -> pages.templates().linksDuplicate(open, line))
                : Optional.empty();
    }
}
