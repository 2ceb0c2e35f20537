package org.durumi.web.risk;

import gg.jte.Content;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.jte.Templates;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.ParticipantRisk;
import org.durumi.web.frame.CaseFrame;
import org.durumi.web.frame.Journey;
import org.durumi.web.frame.OpenCase;

/**
 * Where each person of a case stands, one line each.
 *
 * @param lines those in the greatest danger first
 */
public record PeopleTable(List<Line> lines) {
    private static final Comparator<Line> BY_DANGER = Comparator.comparing(
                    (Line line) -> line.risk().map(each -> -each.level().rank()).orElse(Integer.MIN_VALUE))
            .thenComparing(line -> line.risk().map(ParticipantRisk::score).orElse(-1))
            .reversed()
            .thenComparingInt(line -> line.journey().participant().label().length())
            .thenComparing(line -> line.journey().participant().label());

    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.RISK);

    /**
     * One person.
     *
     * @param risk empty for who is not assessed
     * @param changed when their journey was last recorded in
     * @param address of their page
     */
    public record Line(Journey journey, Optional<ParticipantRisk> risk, Instant changed, String address) {}

    static PeopleTable of(OpenCase open, List<ParticipantRisk> assessed) {
        Map<ParticipantId, ParticipantRisk> risks =
                assessed.stream().collect(Collectors.toMap(ParticipantRisk::participant, each -> each));
        return new PeopleTable(Journey.of(open.view()).stream()
                .map(each -> new Line(
                        each,
                        Optional.ofNullable(risks.get(each.participant().id()))
                                .filter(one -> each.participant().stage().isAssessed()),
                        lastChange(open.view(), each),
                        CaseFrame.personAddress(open, each.participant())))
                .sorted(BY_DANGER)
                .toList());
    }

    /** What in an address chooses all of them. */
    public String everybody() {
        return lines.stream()
                .map(each -> "for%5B%5D=" + each.journey().participant().label())
                .collect(Collectors.joining("&"));
    }

    private static Instant lastChange(CaseView view, Journey journey) {
        return journey.entries().stream()
                .map(each -> each.recorded().at())
                .max(Comparator.naturalOrder())
                .orElse(view.file().opened().at());
    }

    Content drawn(Templates templates, OpenCase open) {
        return templates.riskPeople(open, this);
    }
}
