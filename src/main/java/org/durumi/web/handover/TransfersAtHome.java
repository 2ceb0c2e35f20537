package org.durumi.web.handover;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.TransferLine;
import org.durumi.cases.TransferSearch;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.TeamId;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** Which cases are offered to the supervisor's team or by it, and which went over lately. */
@ApplicationScoped
class TransfersAtHome implements HomePart {
    @Inject
    Pages pages;

    @Inject
    TransferSearch transfers;

    @Inject
    CurrentUser user;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.REVIEW);
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public Optional<Content> read(Page page) {
        List<TransferLine> lines = transfers.ofTeam();
        Optional<TeamId> team = user.actor().supervisedTeam();
        return lines.isEmpty() || team.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().handoverTransfers(page, lines, team.get()));
    }
}
