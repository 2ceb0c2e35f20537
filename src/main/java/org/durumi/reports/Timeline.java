package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.EntryDetail;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Leg;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.Evidence;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.route.Certainty;
import org.durumi.route.Place;

/** What happened, the oldest first. */
public record Timeline(List<Entry> entries) implements Section {
    /**
     * Something that happened, or that somebody says happened.
     *
     * @param who the participants' labels; empty if it concerns the whole case
     * @param what the stage or the kind of event
     * @param isStage whether a participant entered a stage
     * @param unconfirmed whether a supervisor has still to confirm it
     * @param struck whether a later entry corrected it
     */
    public record Entry(
            PartialDate happened,
            LocalDate knownOn,
            String who,
            String what,
            boolean isStage,
            Place place,
            Certainty certainty,
            boolean unconfirmed,
            boolean struck,
            List<String> details) {
        public Entry {
            details = List.copyOf(details);
        }

        Entry of(String people) {
            return new Entry(happened, knownOn, people, what, isStage, place, certainty, unconfirmed, struck, details);
        }
    }

    public Timeline {
        entries = List.copyOf(entries);
    }

    @Override
    public String title() {
        return "summary.timeline";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsTimeline(page, entries);
    }

    @Override
    public List<Timeline> pieces() {
        return Section.pieces(entries, 25, Timeline::new);
    }

    /** Reads it. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        QuoteService quotes;

        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 50;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(
                    AccessGroup.JOURNEY, AccessGroup.LEG, AccessGroup.BROKER, AccessGroup.CLAIM, AccessGroup.SOURCE);
        }

        @Override
        public Optional<Timeline> read(OpenSummary open) {
            Map<String, String> mentioned = mentioned(open);
            Evidence evidence = known.evidence(open);
            return Optional.of(new Timeline(open.together(
                    open.view().entries().stream()
                            .filter(entry -> open.prints(entry.whom()))
                            .sorted(oldestFirst(open))
                            .map(entry -> Map.entry(
                                    entry.participant(),
                                    entry(
                                            entry,
                                            evidence.howSure(open.view(), entry).certainty(),
                                            mentioned,
                                            open.texts()))),
                    Entry::of)));
        }

        private static Comparator<StageEntry> oldestFirst(OpenSummary open) {
            return Comparator.comparing(StageEntry::happened)
                    .thenComparing(StageEntry::knownOn)
                    .thenComparing(entry -> open.view().label(entry.participant()))
                    .thenComparingInt(StageEntry::position)
                    .thenComparing(entry -> entry.recorded().at());
        }

        /** The names of the brokers and legs that an entry may mention, by identifier. */
        private Map<String, String> mentioned(OpenSummary open) {
            Map<String, String> names = new HashMap<>();
            Set<BrokerId> brokers = open.view().entries().stream()
                    .map(StageEntry::broker)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            quotes.brokers(open.view().file(), brokers)
                    .forEach((id, broker) -> names.put(id.toString(), broker.codeName()));
            known.legs(open).forEach(leg -> names.put(leg.original().toString(), way(leg, open.texts())));
            return names;
        }

        private static String way(Leg leg, Texts texts) {
            return texts.text("stage.leg.name", leg.from().in(texts), leg.to().in(texts), leg.means());
        }

        private static Entry entry(StageEntry entry, Certainty certainty, Map<String, String> mentioned, Texts texts) {
            return new Entry(
                    entry.happened(),
                    entry.knownOn(),
                    "",
                    texts.text(entry.stage()),
                    true,
                    entry.place(),
                    certainty,
                    entry.isWaiting(),
                    !entry.stands(),
                    EntryDetail.of(entry.reported(), mentioned, texts).stream()
                            .filter(detail -> !detail.label().equals("stage.place"))
                            .map(detail -> texts.text(detail.label()) + ": " + detail.value())
                            .toList());
        }
    }
}
