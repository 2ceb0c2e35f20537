package org.durumi.web.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.web.frame.CaseLink;
import org.durumi.web.frame.CaseLink.Menu;
import org.durumi.web.frame.CaseLinks;
import org.durumi.web.frame.OpenCase;

/** What can be recorded of the way of somebody in a case. */
@ApplicationScoped
class CircumstanceLinks implements CaseLinks {
    @Override
    public List<CaseLink> of(OpenCase open) {
        return open.actions().records()
                ? Stream.concat(
                                Stream.of(
                                        link(open, 20, "devices"),
                                        link(open, 30, "legs"),
                                        link(open, 50, "attempts"),
                                        link(open, 60, "vulnerabilities")),
                                Stream.of(CircumstanceKind.values())
                                        .map(kind -> link(open, 65, CircumstanceTitle.path(kind))))
                        .toList()
                : List.of();
    }

    private static CaseLink link(OpenCase open, int order, String path) {
        return new CaseLink(Menu.RECORD, order, "circumstances." + path + ".add", open.address() + "/" + path + "/new");
    }
}
