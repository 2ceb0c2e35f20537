package org.durumi.web.links;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.links.MergeLine;
import org.durumi.links.MergeService;
import org.durumi.web.frame.CasePart;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.frame.PartPlace;
import org.durumi.web.support.Pages;

/** Which cases were closed as duplicates of one, or of which case one was, and what was undone. */
@ApplicationScoped
class MergesPart implements CasePart {
    @Inject
    Pages pages;

    @Inject
    MergeService merges;

    @Inject
    Handles handles;

    @Override
    public PartPlace place() {
        return new PartPlace(LinksPart.TAB, 5, LinkLines.SHOWS);
    }

    @Override
    public Optional<Content> read(OpenCase open) {
        List<MergeLine> all = merges.of(open.view().file());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<UserId, String> people = handles.of(all.stream()
                .map(MergeLine::merge)
                .flatMap(each -> Stream.concat(Stream.of(each.merged()), each.undone().stream()))
                .map(Signed::by)
                .collect(Collectors.toSet()));
        return Optional.of(pages.templates().linksMerges(open, all, people));
    }
}
