package org.durumi.web.handover;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.durumi.cases.TransferLine;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** That the case is offered to another team, for everybody who works on it: they may lose it today. */
@ApplicationScoped
class TransferNow implements CasePart {
    @Inject
    Pages pages;

    @Inject
    KnownTransfers transfers;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.OVERVIEW, 6, KnownTransfers.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        return transfers.of(open).stream()
                .filter(TransferLine::isWaiting)
                .findFirst()
                .map(each -> pages.templates().handoverTransferNow(open, each));
    }
}
