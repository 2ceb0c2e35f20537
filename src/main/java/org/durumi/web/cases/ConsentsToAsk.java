package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Whom of many people somebody has still to ask whether they agree to be helped; of one or two, their cards say it. */
@ApplicationScoped
class ConsentsToAsk implements CasePart {
    @Inject
    Pages pages;

    @Inject
    ConsentService consents;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 15, Set.of(AccessGroup.CONSENT));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        if (open.isSmall() || !open.view().file().isOpen()) {
            return Optional.empty();
        }
        List<ParticipantId> unasked = consents.of(open.view()).without(ConsentPurpose.CASE_WORK);
        return unasked.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().casesConsentsToAsk(open, unasked));
    }
}
