package org.durumi.web.frame;

import gg.jte.Content;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Assignment;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.web.support.OncePerPage;
import org.durumi.web.support.Pages;

/**
 * Draws the pages of a case: the head, the navigation, and between them what features bring. It knows none of them.
 *
 * <p>Each page is one access, one transaction and one entry of the log, which names the groups of its parts.
 */
@ApplicationScoped
public class CaseFrame {
    private static final Set<AccessGroup> ALWAYS =
            EnumSet.of(AccessGroup.CASE, AccessGroup.ASSIGNMENT, AccessGroup.PARTICIPANT);

    @Inject
    Pages pages;

    @Inject
    CaseSearch search;

    @Inject
    CaseReader reader;

    @Inject
    OncePerPage once;

    @Inject
    Handles handles;

    @Inject
    PersonParts people;

    @Inject
    @Any
    Instance<CasePart> someParts;

    @Inject
    @Any
    Instance<CaseLinks> someLinks;

    private List<Placed> parts;
    private List<CaseLinks> links;
    private List<CaseTab> tabs;

    private record Placed(CasePart part, PartPlace place) {}

    /** The features that are there are the same for everybody, for as long as the application runs. */
    @PostConstruct
    void collect() {
        parts = someParts.stream()
                .map(part -> new Placed(part, part.place()))
                .sorted(Comparator.comparingInt(each -> each.place().order()))
                .toList();
        links = someLinks.stream().toList();
        tabs = Stream.concat(
                        Stream.of(CaseTab.OVERVIEW, CaseTab.PEOPLE, CaseTab.TIMELINE, CaseTab.ABOUT),
                        parts.stream().map(each -> each.place().tab()).filter(tab -> !tab.equals(CaseTab.HEAD)))
                .distinct()
                .sorted(Comparator.comparingInt(CaseTab::order))
                .toList();
    }

    /** A page that shows its parts and nothing else. */
    public Response show(CaseNumber number, CaseTab tab) {
        return show(number, tab, groups(tab), open -> pages.templates().frameParts(read(open, tab)));
    }

    /**
     * A page with content of its own.
     *
     * @param shows the groups of fields that this content shows
     * @param content reads it; what it returns is drawn between head and foot
     */
    public Response show(CaseNumber number, CaseTab tab, Set<AccessGroup> shows, Function<OpenCase, Content> content) {
        return show(number, tab, "", shows, content);
    }

    /** The page of one person, with what every feature knows of them. */
    Response person(CaseNumber number, String label) {
        return show(number, CaseTab.PEOPLE, label, people.shows(), open -> {
            Participant who = open.view().everyone().stream()
                    .filter(each -> each.label().equals(label))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            OpenCase theirs = who.isIn() ? open : open.withTakenOut();
            return pages.templates()
                    .framePerson(
                            theirs,
                            who,
                            neighbours(open, who),
                            people.read(theirs).apply(who));
        });
    }

    private Response show(
            CaseNumber number, CaseTab tab, String label, Set<AccessGroup> shows, Function<OpenCase, Content> content) {
        Set<AccessGroup> groups = EnumSet.copyOf(ALWAYS);
        groups.addAll(groups(CaseTab.HEAD));
        groups.addAll(shows);
        Drawing drawing = once.read(() -> {
            OpenCase open = open(number, groups);
            // First what this page is about: the head then finds read what both show.
            Content middle = content.apply(open);
            return new Drawing(view(open, tab, label), middle);
        });
        return pages.show(page -> pages.templates().frameCase(page, drawing.frame(), drawing.content()));
    }

    private record Drawing(FrameView frame, Content content) {}

    private OpenCase open(CaseNumber number, Set<AccessGroup> groups) {
        CaseView view = search.view(number, groups.toArray(AccessGroup[]::new));
        handles.know(view.handles());
        return new OpenCase(view, reader.actions(view), pages.page());
    }

    /** What the parts of a page draw, in their order. */
    private List<Content> read(OpenCase open, CaseTab tab) {
        return parts(tab).flatMap(part -> part.read(open).stream()).toList();
    }

    /** The groups that the parts of a page show. */
    private Set<AccessGroup> groups(CaseTab tab) {
        return parts.stream()
                .map(Placed::place)
                .filter(each -> each.tab().equals(tab))
                .flatMap(each -> each.shows().stream())
                .collect(Collectors.toSet());
    }

    private Stream<CasePart> parts(CaseTab tab) {
        return parts.stream().filter(each -> each.place().tab().equals(tab)).map(Placed::part);
    }

    private FrameView view(OpenCase open, CaseTab here, String label) {
        return new FrameView(
                open,
                workers(open.view()),
                read(open, CaseTab.HEAD),
                tabs.stream()
                        .map(tab -> new FrameView.Tab(
                                tab.label(),
                                tab.path().isEmpty() ? open.address() : open.address() + "/" + tab.path(),
                                tab.equals(here) && label.isEmpty(),
                                count(open, tab)))
                        .toList(),
                Stream.concat(open.view().participants().stream(), open.view().takenOut().stream())
                        .map(each -> new FrameView.Person(
                                each.label(),
                                personAddress(open, each),
                                each.label().equals(label),
                                each.isIn()))
                        .toList(),
                links.stream()
                        .flatMap(each -> each.of(open).stream())
                        .sorted(CaseLink.ORDER)
                        .toList());
    }

    private OptionalInt count(OpenCase open, CaseTab tab) {
        return tab.equals(CaseTab.PEOPLE)
                ? OptionalInt.of(open.view().participants().size())
                : parts(tab)
                        .map(part -> part.count(open))
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(OptionalInt.empty());
    }

    private static Neighbours neighbours(OpenCase open, Participant who) {
        List<Participant> all = open.view().everyone();
        int place = all.indexOf(who);
        return new Neighbours(
                place > 0 ? personAddress(open, all.get(place - 1)) : "",
                place < all.size() - 1 ? personAddress(open, all.get(place + 1)) : "");
    }

    /**
     * The pages of the people before and after one.
     *
     * @param before empty for the first
     * @param after empty for the last
     */
    public record Neighbours(String before, String after) {}

    /** The address of a person's page. */
    public static String personAddress(OpenCase open, Participant who) {
        return open.address() + "/people/" + who.label();
    }

    private static String workers(CaseView view) {
        return view.assignments().stream()
                .filter(Assignment::isCurrent)
                .map(each -> view.handles().get(each.caseworker()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
