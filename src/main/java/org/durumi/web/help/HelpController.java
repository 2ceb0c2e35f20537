package org.durumi.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.durumi.identity.Role;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.web.support.Prose;
import org.durumi.web.support.Prose.Chapter;
import org.durumi.web.support.Shortcut;

/** What somebody can do here, step by step, in the words of their role. */
@Path("/help")
@RequestScoped
public class HelpController {
    @Inject
    Pages pages;

    @GET
    public Response show() {
        return pages.show(
                page -> pages.templates().helpHelp(page, ofRoles(page), everybody(page), Shortcut.of(page.visitor())));
    }

    private static List<Chapter> ofRoles(Page page) {
        return Stream.of(Role.values())
                .filter(each -> each != Role.SYSTEM && page.is(each))
                .flatMap(each -> Prose.of(file(each), page.texts().language()).stream())
                .toList();
    }

    private static List<Chapter> everybody(Page page) {
        return Prose.of("help/everybody", page.texts().language());
    }

    static String file(Role role) {
        return "help/" + role.name().toLowerCase(Locale.ROOT);
    }
}
