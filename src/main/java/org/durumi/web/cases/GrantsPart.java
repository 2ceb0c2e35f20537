package org.durumi.web.cases;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Grant;
import org.durumi.cases.GrantService;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.CaseTab;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Who else may read a case, and who might before. */
@ApplicationScoped
class GrantsPart implements CasePart {
    @Inject
    Pages pages;

    @Inject
    GrantService grants;

    @Inject
    Handles handles;

    @Override
    public PartPlace place() {
        return new PartPlace(CaseTab.ABOUT, 20, Set.of(AccessGroup.ASSIGNMENT));
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        List<Grant> all = grants.of(open.view().file());
        Map<UserId, String> people = handles.of(all.stream()
                .flatMap(each -> Stream.of(each.reader(), each.given().by()))
                .collect(Collectors.toSet()));
        return all.isEmpty() ? Optional.empty() : Optional.of(pages.templates().casesGrants(open, all, people));
    }
}
