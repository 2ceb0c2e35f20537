package org.durumi.web.risk;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.durumi.jdbc.PageOf;
import org.durumi.risk.DangerService;
import org.durumi.risk.PersonInDanger;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomePart;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** A caseworker's people, who is in the greatest danger first. */
@ApplicationScoped
class PeopleAtHome implements HomePart {
    /** The others are in the list of cases, in the same order. */
    private static final int MOST = 10;

    @Inject
    Pages pages;

    @Inject
    DangerService danger;

    @Override
    public Set<HomePage> pages() {
        return Set.of(HomePage.CASES);
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public Optional<Content> read(Page page) {
        PageOf<PersonInDanger> mine = danger.mine(MOST);
        return mine.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(pages.templates().riskMine(page, mine.rows(), mine.more()));
    }
}
