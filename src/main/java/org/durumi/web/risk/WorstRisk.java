package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.risk.ParticipantRisk;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** In the head of a case: the highest risk of its people, and what it comes from. */
@ApplicationScoped
class WorstRisk implements CasePart {
    private static final Comparator<ParticipantRisk> WORST =
            Comparator.comparing(ParticipantRisk::level).thenComparingInt(ParticipantRisk::score);

    @Inject
    Pages pages;

    @Inject
    CaseRisk risk;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.HEAD, 10, Set.of(AccessGroup.RISK));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        Optional<ParticipantRisk> worst = risk.assessed(open).stream()
                .filter(each -> isAssessed(open, each))
                .max(WORST);
        return Optional.of(pages.templates().riskHead(open, worst));
    }

    private static boolean isAssessed(OpenCase open, ParticipantRisk one) {
        return open.view().file().isOpen()
                && open.view().participants().stream()
                        .filter(each -> each.id().equals(one.participant()))
                        .map(Participant::stage)
                        .anyMatch(stage -> stage.isAssessed());
    }
}
