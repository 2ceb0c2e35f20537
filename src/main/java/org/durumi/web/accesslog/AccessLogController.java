package org.durumi.web.accesslog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessEntry;
import org.durumi.accesslog.AccessLogService;
import org.durumi.accesslog.AccessOutcome;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.web.accesslog.AccessLogView.Line;
import org.durumi.web.accesslog.AccessLogView.Link;
import org.durumi.web.accesslog.AccessLogView.Shortcut;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomeParts;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Shows the access log to an auditor. No line leads into a case. */
@Path(AccessLogForm.PATH)
@RequestScoped
public class AccessLogController {
    /** The actors of the system that write into the log; no member of staff. */
    static final Set<String> SYSTEM = Set.of(
            "drafts",
            "duplicate-search",
            "erasure",
            "key-rotation",
            "link-search",
            "mail",
            "risk",
            "split",
            RoleGrants.CONSOLE.value());

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** What a newer version wrote, this one draws as a word that it does not know. */
    private static final String UNKNOWN = "?";

    @Inject
    Clock clock;

    @Inject
    AccessLogService log;

    @Inject
    StaffDirectory staff;

    @Inject
    HomeParts home;

    @Inject
    Macs macs;

    @Inject
    Pages pages;

    @GET
    @Limited(Limit.LIST)
    public Response list(@Context UriInfo asked) {
        List<Choice> people = log.people().stream()
                .map(member -> new Choice(member.id().value(), member.handle()))
                .toList();
        AccessLogForm form = AccessLogForm.of(asked.getQueryParameters(), clock.getZone());
        if (!form.input().isValid()) {
            return view(form, people, List.of(), "", "").again();
        }
        List<AccessEntry> found =
                form.newerThan().map(line -> log.after(form.filter(), line)).orElseGet(() -> log.newest(form.filter()));
        boolean more = found.size() > AccessLogService.PAGE;
        if (form.newerThan().isPresent() && !more) {
            return pages.redirect(form.address());
        }
        boolean upwards = form.newerThan().isPresent();
        int first = upwards ? found.size() - AccessLogService.PAGE : 0;
        List<AccessEntry> shown = found.subList(first, Math.min(found.size(), first + AccessLogService.PAGE));
        boolean hasOlder = upwards || more;
        return view(
                        form,
                        people,
                        shown,
                        form.isFirstPage() || shown.isEmpty() ? "" : form.newerThan(shown.get(0)),
                        hasOlder ? form.olderThan(shown.get(shown.size() - 1)) : "")
                .answer();
    }

    private View view(AccessLogForm form, List<Choice> people, List<AccessEntry> shown, String newer, String older) {
        Map<UserId, String> handles =
                staff.handles(shown.stream().map(AccessEntry::actor).toList());
        return pages.view(page -> pages.templates()
                .accesslogList(
                        page,
                        home.read(HomePage.LOG, page),
                        new AccessLogView(
                                form.input(),
                                shortcuts(page),
                                withAsked(page, people, form.input().typed(AccessLogForm.PERSON)),
                                shown.stream()
                                        .map(entry ->
                                                line(page, entry, Objects.requireNonNull(handles.get(entry.actor()))))
                                        .toList(),
                                form.isFirstPage() ? "" : form.address(),
                                newer,
                                older)));
    }

    private Line line(Page page, AccessEntry entry, String handle) {
        return new Line(
                SECOND.format(entry.recordedAt().atZone(clock.getZone())),
                new Link(
                        entry.actorRole().equals(Role.SYSTEM.name()) ? name(page, handle) : handle,
                        AccessLogForm.only(AccessLogForm.PERSON, entry.actor().value())),
                page.text("access-log.role." + entry.actorRole()),
                entry.action().map(page::text).orElse(UNKNOWN),
                entry.groups().stream()
                        .map(group -> group.map(page::text).orElse(UNKNOWN))
                        .toList(),
                entry.cases().stream()
                        .map(number -> new Link(number, AccessLogForm.only(AccessLogForm.CASE, number)))
                        .toList(),
                entry.coveredCases(),
                entry.isRefused(),
                entry.isGenuine(macs),
                entry.sessionTag(),
                entry.requestId().toString());
    }

    /** An actor of the system in words; a person may have the same handle and is never called so. */
    private static String name(Page page, String system) {
        return SYSTEM.contains(system) ? page.text("access-log.system." + system) : system;
    }

    /** An actor of the system is no member of staff, but its entries can be asked for by a click on a line. */
    private static List<Choice> withAsked(Page page, List<Choice> people, String asked) {
        if (asked.isBlank() || people.stream().anyMatch(each -> each.value().equals(asked))) {
            return people;
        }
        return Stream.concat(people.stream(), Stream.of(new Choice(asked, name(page, asked))))
                .collect(Collectors.toList());
    }

    private static List<Shortcut> shortcuts(Page page) {
        return Stream.of(
                        new Link("access-log.all", AccessLogForm.PATH),
                        new Link("access-log.refusals", only(AccessLogForm.OUTCOME, AccessOutcome.REFUSED)),
                        new Link("access-log.emergencies", only(AccessLogForm.ACTION, AccessAction.BREAK_GLASS)),
                        new Link("access-log.exports", only(AccessLogForm.ACTION, AccessAction.EXPORT)),
                        new Link("access-log.sign-ins", only(AccessLogForm.ACTION, AccessAction.SIGN_IN)))
                .map(each -> new Shortcut(
                        page.text(each.text()), each.address(), page.address().equals(each.address())))
                .toList();
    }

    private static String only(String field, Enum<?> value) {
        return AccessLogForm.only(field, value.name());
    }
}
