package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.durumi.cases.CaseFixtures.at;
import static org.durumi.cases.CaseFixtures.report;
import static org.durumi.cases.CaseFixtures.reportOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.durumi.Samples;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseFixtures.Journey;
import org.durumi.cases.NewStage;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.CircumstanceFixtures;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.LegState;
import org.durumi.costs.AskedPrice;
import org.durumi.costs.Norm;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.work.CheckInFixtures;
import org.durumi.work.CheckInKind;
import org.junit.jupiter.api.Test;

/** Nothing that merely happens lowers a risk, whatever happened before it. */
class RiskStoriesLawsTest {
    private static final int STEPS = 25;
    private static final ParticipantId ANOTHER = ParticipantId.create();

    /** Contact, an embassy and the ends of a journey: what is known is no longer what it was. */
    private static final Set<Stage> BETTER =
            EnumSet.of(Stage.CONTACT, Stage.BROKER, Stage.MISSION, Stage.ARRIVAL, Stage.WITHDRAWN, Stage.DECEASED);

    /** Where somebody who was held is free once a supervisor has confirmed that they came out. */
    private static final Set<Stage> FREE = EnumSet.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT);

    private static final Set<Stage> ENDED = EnumSet.of(Stage.MISSION, Stage.ARRIVAL, Stage.WITHDRAWN, Stage.DECEASED);

    @Test
    void nothing_that_merely_happens_lowers_a_risk() {
        Samples.each(samples -> {
            Story story = new Story(samples);
            for (int i = 0; i < STEPS; i++) {
                Assessment before = story.assessed();
                boolean ended = !story.journey.participant().stage().isAssessed();
                boolean looked = story.isLookedFor();
                boolean listed = story.goesOn();
                boolean maybeBetter = ended || listed || looked && !story.isLookedFor();
                Assessment after = story.assessed();

                assertTrue(
                        maybeBetter
                                || after.score() >= before.score()
                                        && after.level().isAtLeast(before.level()),
                        () -> story + ": " + before + " → " + after);
            }
        });
    }

    /** A random life: stages, phones, attempts, legs, quotes, brokers and days. */
    private static final class Story {
        private final Samples samples;
        private final List<StageEntry> entries = new ArrayList<>();
        private final List<AttemptOutcome> attempts = new ArrayList<>();
        private final List<Facts.Phone> phones = new ArrayList<>();
        private final List<Leg> legs = new ArrayList<>();
        private final List<Facts.Quote> quotes = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private Journey journey = at(Stage.CONTACT);
        private boolean held;
        private boolean household;
        private int days;
        private final CheckInFixtures calls = new CheckInFixtures();
        private boolean agreed;
        private Instant now;

        Story(Samples samples) {
            this.samples = samples;
            // All entries are of one moment: check-ins are before or after all of them.
            now = samples.coin() ? NOW : NOW.minus(Duration.ofDays(1));
            entries.add(journey.standing());
        }

        Assessment assessed() {
            JourneyFacts way = new JourneyFacts(entries);
            return Assessment.of(new Facts(
                    way.standing(),
                    way.earlier(),
                    way.daysOnTheWay(TODAY.plusDays(days)),
                    attempts,
                    phones,
                    household,
                    legs.stream()
                            .filter(way::counts)
                            .map(leg -> FactFinder.leg(leg, who()))
                            .toList(),
                    quotes,
                    Set.of(),
                    agreed
                            ? new HeardOf(calls.known(), way.contacts(), ZoneOffset.UTC).facts(way.free())
                            : Facts.CheckIns.none(),
                    FactsOf.STANCES));
        }

        /** Whether household control counts: the window of a rule may end with the days, or before somebody tells of leaving. */
        boolean isLookedFor() {
            return household
                    && new JourneyFacts(entries)
                            .daysOnTheWay(TODAY.plusDays(days))
                            .filter(each -> each > RiskRules.HOUSEHOLD_DAYS)
                            .isEmpty();
        }

        /** One thing more happens. @return whether it is on the list of what may lower a risk */
        boolean goesOn() {
            return switch (samples.between(0, 14)) {
                case 0, 1, 2, 3 -> stage();
                case 4 -> tell("attempt", attempts.add(samples.of(AttemptOutcome.values())));
                case 5 -> tell("phone", phones.add(phone()));
                case 6 -> change("left behind", phones, Story::leftBehind, true);
                case 7 -> tell("leg", legs.add(leg()));
                case 8 ->
                    change(
                            "travelled",
                            legs,
                            CircumstanceFixtures::done,
                            journey.participant().stage().isBeforeDeparture());
                case 9 -> tell("quote", quotes.add(quote()));
                case 10 -> samples.coin() ? change("broker", quotes, this::vetted, true) : rejected();
                case 11 -> samples.coin() ? daysPass() : householdControl();
                default -> checkIn();
            };
        }

        private boolean stage() {
            Stage from = journey.participant().stage();
            List<Stage> next = List.copyOf(from.next());
            if (next.isEmpty()) {
                return false;
            }
            Stage to = next.get(samples.between(0, next.size() - 1));
            StageEntry entry = journey.enters(to == Stage.TRANSIT ? onALeg() : reportOf(to));
            CircumstanceFixtures.reach(
                    legs,
                    journey.participant(),
                    entries.stream().map(StageEntry::stage).toList(),
                    entry);
            boolean confirmed = entry.isWaiting() && samples.coin();
            if (confirmed) {
                CaseFixtures.confirm(entry, SEO.signed(NOW));
            }
            boolean comesOut = held && FREE.contains(to);
            held = to == Stage.DETENTION || held && !(confirmed && to != Stage.CONTACT_LOST) && !ENDED.contains(to);
            entries.add(entry);
            journey = new Journey(journey.participant(), entry);
            told.add(to + (confirmed ? " confirmed" : ""));
            return comesOut ? !held : BETTER.contains(to);
        }

        private boolean tell(String what, boolean added) {
            told.add(what);
            return !added;
        }

        private <T> boolean change(String what, List<T> rows, UnaryOperator<T> changed, boolean mayLower) {
            told.add(what);
            if (!rows.isEmpty()) {
                int which = samples.between(0, rows.size() - 1);
                rows.set(which, changed.apply(rows.get(which)));
            }
            return mayLower;
        }

        /** One is missed, or something is heard or decided; only that somebody was heard of may lower the risk. */
        private boolean checkIn() {
            agreed = true;
            now = now.plusSeconds(1);
            if (samples.coin()) {
                calls.misses(now.plus(Duration.ofDays(3)), now);
                told.add("missed");
                return false;
            }
            CheckInKind kind = now.isBefore(NOW)
                    // Else a contact that was told before a supervisor's answer would come after it.
                    ? samples.of(CheckInKind.OK, CheckInKind.PAUSED)
                    : samples.of(CheckInKind.values());
            calls.says(kind, now);
            told.add(kind.name());
            return kind == CheckInKind.OK || kind == CheckInKind.THIRD_PARTY;
        }

        private boolean rejected() {
            told.add("rejected");
            if (!quotes.isEmpty()) {
                quotes.remove(0);
            }
            return true;
        }

        /** Days pass; the window of household control may end. */
        private boolean daysPass() {
            days += samples.between(1, 20);
            told.add(days + " days");
            return false;
        }

        private boolean householdControl() {
            boolean ends = household;
            household = !household;
            told.add("household " + household);
            return ends;
        }

        private Facts.Phone phone() {
            return new Facts.Phone(
                    EntryId.create(), samples.of(Answer.values()), samples.of(Answer.values()), false, samples.coin());
        }

        private static Facts.Phone leftBehind(Facts.Phone phone) {
            return new Facts.Phone(phone.id(), phone.registered(), Answer.NO, true, true);
        }

        /** Some entry names the leg on which they travel. */
        private NewStage onALeg() {
            NewStage travelling = reportOf(Stage.TRANSIT);
            return legs.isEmpty() || samples.coin()
                    ? travelling
                    : report(
                            Stage.TRANSIT,
                            travelling
                                    .details()
                                    .onLeg(legs.get(samples.between(0, legs.size() - 1))
                                            .original()));
        }

        private ParticipantId who() {
            return journey.participant().id();
        }

        /** Some end where the fixtures report an arrest. */
        private Leg leg() {
            return CircumstanceFixtures.leg(
                    samples.coin() ? Set.of(who()) : Set.of(who(), ANOTHER),
                    samples.of(Means.values()),
                    new Place("", samples.of("", "CN", "TH")),
                    samples.of(new Place("", ""), LIAONING, new Place("Bangkok", "TH")),
                    samples.maybe(() -> samples.between(0, 5)),
                    samples.maybe(() -> samples.between(0, 5)),
                    samples.of(LegState.PLANNED, LegState.UNDER_WAY));
        }

        private Facts.Quote quote() {
            return new Facts.Quote(
                    EntryId.create(),
                    new AskedPrice(Money.of(samples.between(1, 4) + "000000", "KRW"), PriceBasis.PER_PERSON, 1),
                    Optional.of(new Norm(Money.of("10000000", "KRW"), Optional.empty())),
                    samples.maybe(() -> samples.between(0, 100)),
                    samples.of(Vetting.values()));
        }

        private Facts.Quote vetted(Facts.Quote quote) {
            return new Facts.Quote(
                    quote.id(), quote.asked(), quote.norm(), quote.upfrontShare(), samples.of(Vetting.values()));
        }

        @Override
        public String toString() {
            return told.toString();
        }
    }
}
