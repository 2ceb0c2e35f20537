package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.cases.TakenOut;
import org.durumi.cases.TakingOutService;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Vulnerability;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.durumi.route.StageStep;

/**
 * Who travels, and where each of them stands between contact and arrival.
 *
 * @param takenOut a line for each who was taken out of the case
 */
public record People(List<Person> people, List<String> takenOut) implements Section {
    /** The width of the drawing of the way, in its own units. */
    public static final int WAY_WIDTH = 700;

    /** Where a participant is seen from one step of the way. */
    public enum StepState {
        DONE,
        CURRENT,
        AHEAD
    }

    /** One step of the way from contact to safety. */
    public record Step(Stage stage, StepState state) {}

    /** One step on the drawing of the way: its word and the middle of its mark. */
    public record Mark(String word, StepState state, int x) {
        public boolean isDone() {
            return state == StepState.DONE;
        }

        public boolean isCurrent() {
            return state == StepState.CURRENT;
        }
    }

    /**
     * One of the people who travel.
     *
     * @param label the pseudonym, such as «Participant A»
     * @param flags what a reader must know at once, such as «household control»
     */
    public record Person(
            String label, String role, String ageBand, String sex, List<String> flags, Stage stage, List<Step> steps) {
        public Person {
            flags = List.copyOf(flags);
            steps = List.copyOf(steps);
        }

        public List<Mark> marks(SummaryPage page) {
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                marks.add(
                        new Mark(page.word(step.stage()), step.state(), WAY_WIDTH * (2 * i + 1) / (2 * steps.size())));
            }
            return marks;
        }

        /** The drawing of the way in one sentence, for those who do not see it. */
        public String spoken(SummaryPage page) {
            return marks(page).stream()
                    .map(mark -> page.text("summary.step." + mark.state().name(), mark.word()))
                    .collect(Collectors.joining(", "));
        }
    }

    public People {
        people = List.copyOf(people);
        takenOut = List.copyOf(takenOut);
    }

    /** Nobody was taken out. */
    public People(List<Person> people) {
        this(people, List.of());
    }

    @Override
    public String title() {
        return "summary.participants";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsPeople(page, people, takenOut);
    }

    @Override
    public List<People> pieces() {
        return Stream.concat(
                        Section.pieces(people, 10, (List<Person> some) -> new People(some)).stream(),
                        Section.pieces(takenOut, 25, some -> new People(List.of(), some)).stream())
                .toList();
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        CircumstancesService circumstances;

        @Inject
        TakingOutService takingOut;

        @Inject
        CaseSearch search;

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.VULNERABILITY);
        }

        @Override
        public Optional<People> read(OpenSummary open) {
            Circumstances known = circumstances.of(open.view().file(), AccessGroup.VULNERABILITY);
            return Optional.of(new People(
                    open.view().participants().stream()
                            .map(each -> person(each, known, open))
                            .toList(),
                    takingOut.of(open.view()).stream()
                            .filter(act -> act.putBack().isEmpty())
                            .map(act -> takenOut(act, open))
                            .sorted()
                            .toList()));
        }

        /** The number of the other case for who may read that one. */
        private String takenOut(TakenOut act, OpenSummary open) {
            String who = open.name(act.participant());
            Instant when = act.recorded().at();
            return act.into()
                    .map(number -> search.readable(Set.of(number)).isEmpty()
                            ? open.texts().text("split.elsewhere")
                            : number.value())
                    .map(other -> open.texts().text("summary.split-off", who, when, other, act.why()))
                    .orElseGet(() -> open.texts().text("summary.taken-out", who, when, act.why()));
        }

        private static Person person(Participant each, Circumstances known, OpenSummary open) {
            Texts texts = open.texts();
            return new Person(
                    open.name(each.id()),
                    texts.text(each.role()),
                    texts.text(each.ageBand()),
                    texts.text(each.sex()),
                    flags(each, known, texts),
                    each.stage(),
                    steps(open.view().journey(each.id())));
        }

        private static List<String> flags(Participant each, Circumstances known, Texts texts) {
            List<String> flags = new ArrayList<>();
            if (each.elite() == Answer.YES) {
                flags.add(texts.text("summary.flag.elite"));
            }
            if (each.unaccompanied() == Answer.YES) {
                flags.add(texts.text("summary.flag.unaccompanied"));
            }
            known.of(each.id()).vulnerabilities().stream()
                    .filter(vulnerability -> !vulnerability.until().isKnown())
                    .map(Vulnerability::kind)
                    .distinct()
                    .forEach(kind -> flags.add(texts.text(kind)));
            return flags;
        }

        private static List<Step> steps(List<StageEntry> journey) {
            return StageStep.of(journey.stream().map(StageEntry::stage).toList()).stream()
                    .filter(step -> step.state() != StageStep.State.SKIPPED)
                    .map(step -> new Step(
                            step.stage(),
                            switch (step.state()) {
                                case DONE, SKIPPED -> StepState.DONE;
                                case CURRENT, ALARM, ENDED -> StepState.CURRENT;
                                case AHEAD -> StepState.AHEAD;
                            }))
                    .toList();
        }
    }
}
