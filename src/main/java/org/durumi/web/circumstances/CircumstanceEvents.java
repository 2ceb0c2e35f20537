package org.durumi.web.circumstances;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.PlainCircumstance;
import org.durumi.circumstances.PlainWords;
import org.durumi.circumstances.Vulnerability;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.CaseEvents;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Pages;

/** What is known of people's ways, as events of the timeline. */
@ApplicationScoped
class CircumstanceEvents implements CaseEvents {
    /** The words for them in filters. */
    private static final List<String> KINDS = Stream.concat(
                    Stream.of("attempt", "device", "vulnerability", "leg"),
                    Arrays.stream(CircumstanceKind.values()).map(CircumstanceTitle::kind))
            .toList();

    @Inject
    Pages pages;

    @Inject
    KnownWays ways;

    @Override
    public List<String> kinds() {
        return KINDS;
    }

    @Override
    public Set<AccessGroup> shows() {
        return KnownWays.SHOWS;
    }

    @Override
    public List<CaseEvent> of(OpenCase open) {
        Map<UserId, String> recorders = ways.recorders(open);
        Circumstances known = ways.of(open);
        PlainWords words = new PlainWords(known, open.view()::letter, open.texts());
        return known.all().map(each -> event(open, recorders, words, each)).toList();
    }

    private CaseEvent event(OpenCase open, Map<UserId, String> recorders, PlainWords plain, Circumstance<?, ?, ?> one) {
        String title = CircumstanceTitle.of(one, open.page());
        return new CaseEvent(
                one.id(),
                CircumstanceTitle.kind(one),
                happened(one),
                one.recorded().at(),
                one.whom(),
                title,
                one.stands() ? "" : "struck",
                open.texts()
                        .text(
                                "entry.recorded",
                                Objects.requireNonNull(
                                        recorders.get(one.recorded().by())),
                                one.recorded().at()),
                Optional.<Content>of(pages.templates().partsMarks(open.page(), one)),
                Optional.<Content>of(
                        pages.templates().circumstancesSaid(open, one, words(one, plain, open), recorders)),
                open.actions().records() && one.stands()
                        ? Optional.<Content>of(pages.templates()
                                .circumstancesTail(open.page(), CircumstanceTitle.address(open, one), title))
                        : Optional.empty());
    }

    private static PartialDate happened(Circumstance<?, ?, ?> one) {
        return switch (one) {
            case Attempt attempt -> attempt.happened();
            case Vulnerability vulnerability -> vulnerability.since();
            case Leg leg -> leg.left();
            case PlainCircumstance<?> plain -> plain.when();
            default -> PartialDate.unknown();
        };
    }

    private static String words(Circumstance<?, ?, ?> one, PlainWords words, OpenCase open) {
        return switch (one) {
            case Attempt attempt -> attempt.consequences();
            case Leg leg ->
                open.texts().text(leg.state()) + " · " + open.texts().text(leg.means());
            case PlainCircumstance<?> plain -> words.line(plain);
            default -> "";
        };
    }
}
