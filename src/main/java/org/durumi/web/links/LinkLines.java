package org.durumi.web.links;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.UserId;
import org.durumi.links.Link;
import org.durumi.links.LinkLine;
import org.durumi.links.LinkService;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** The links of the case of this request, read once for all parts of its page. */
@RequestScoped
class LinkLines {
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.LINK);

    @Inject
    LinkService links;

    @Inject
    Handles handles;

    private @Nullable List<Link> rows;
    private @Nullable List<LinkLine> known;

    List<LinkLine> of(OpenCase open) {
        if (known == null) {
            known = links.of(open.view().file(), rows(open));
        }
        return known;
    }

    /** With how many other cases it is linked. Opens nothing. */
    int number(OpenCase open) {
        return links.numberOf(open.view().file(), rows(open));
    }

    private List<Link> rows(OpenCase open) {
        if (rows == null) {
            rows = links.rows(open.view().file());
        }
        return rows;
    }

    /** The handles of everybody who did something about one. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(LinkService.people(of(open)).collect(Collectors.toSet()));
    }
}
