package org.durumi.reports;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.durumi.cases.CaseService;
import org.durumi.cases.Participant;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.FullWays;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewVulnerability;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.FullQuotes;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.NewQuote;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.QuoteService;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The largest case that the rules allow can be printed by several people at once, in a server with 512 MB. */
@ExtendWith(ArquillianExtension.class)
class LargestCaseIT {
    private static final int PEOPLE = 30;
    private static final int OF_A_KIND = 300;
    /** They print one after the other: the third waits for as much memory as the tenth. */
    private static final int AT_ONCE = Boolean.getBoolean("durumi.long") ? 10 : 3;

    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    CaseService cases;

    @Inject
    CircumstancesService circumstances;

    @Inject
    QuoteService quotes;

    @Inject
    BrokerService brokers;

    @Inject
    FullWays ways;

    @Inject
    FullQuotes fullQuotes;

    @Inject
    SummaryService summaries;

    @Inject
    SummaryPdf pdf;

    @Inject
    PrintQueue queue;

    private record Printed(int volumes, int pages, Duration after) {}

    @BeforeEach
    void the_staff_is_known() throws Exception {
        told.northTeam();
    }

    @Test
    void the_largest_case_refuses_more_facts_but_no_stage_and_is_printed_by_several_at_once() throws Exception {
        CaseNumber number = told.caseOf(HANEUL, WOMAN, WOMAN);
        for (int more = 2; more < PEOPLE; more++) {
            requests.does(HANEUL, () -> cases.addParticipant(number, WOMAN, told.report(Stage.CONTACT)));
        }
        BrokerId broker =
                requests.as(HANEUL, () -> brokers.add(new NewBroker(BrokerKind.values()[0], IntroducedBy.values()[0])));
        List<Participant> people = told.participants(number);
        for (Participant each : people) {
            requests.does(HANEUL, () -> ways.fill(number, each.id(), OF_A_KIND));
            requests.does(HANEUL, () -> fullQuotes.fill(number, each.id(), broker, OF_A_KIND));
        }
        assertNothingMoreFits(number, people.getLast(), broker);

        long began = System.nanoTime();
        List<Printed> printed = requests.atOnce(AT_ONCE, HANEUL, () -> print(number, 1, began));

        Printed first = printed.getFirst();
        Printed last = requests.as(HANEUL, () -> print(number, first.volumes(), System.nanoTime()));
        Files.writeString(
                Path.of("target", "largest-case.txt"),
                "%d people, %d rows, %d volumes; several times the first, of %d pages, at once: ready after %s s, heap %d MB%n"
                        .formatted(
                                PEOPLE,
                                PEOPLE * OF_A_KIND * 5,
                                first.volumes(),
                                first.pages(),
                                printed.stream()
                                        .map(Printed::after)
                                        .map(Duration::toSeconds)
                                        .sorted()
                                        .toList(),
                                Runtime.getRuntime().maxMemory() >> 20));
        assertTrue(first.volumes() > 1);
        for (Printed each : List.of(first, last)) {
            assertTrue(each.pages() <= Volumes.MOST_PAGES, () -> each.pages() + " pages in a volume");
        }
    }

    /** As the page does it; whoever waits too long for their turn is told so, and asks again. */
    private Printed print(CaseNumber number, int volume, long began) {
        while (true) {
            try {
                return printInTurn(number, volume, began);
            } catch (RuleViolation refused) {
                assertEquals("summary.queue", refused.messageKey());
            }
        }
    }

    private Printed printInTurn(CaseNumber number, int volume, long began) {
        return queue.inTurn(() -> {
            List<CaseSummary> volumes = Volumes.of(summaries.internal(number, KOREAN), KOREAN);
            byte[] file = pdf.render(volumes.get(volume - 1), KOREAN);
            return new Printed(volumes.size(), pages(file), Duration.ofNanos(System.nanoTime() - began));
        });
    }

    private static int pages(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getNumberOfPages();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void assertNothingMoreFits(CaseNumber number, Participant who, BrokerId broker) throws Exception {
        PartialDate then = PartialDate.on(told.today().minusYears(1));
        Place place = new Place("", "CN");
        assertFull(
                "case.room.of-a-kind",
                () -> circumstances.recordAttempt(
                        number, who.id(), new NewAttempt(then, AttemptOutcome.TURNED_BACK, "")));
        assertFull(
                "case.room.of-a-kind",
                () -> circumstances.recordDevice(
                        number,
                        who.id(),
                        new NewDevice(
                                "one more",
                                "",
                                Answer.YES,
                                Answer.YES,
                                false,
                                true,
                                false,
                                then,
                                PartialDate.unknown())));
        assertFull(
                "case.room.of-a-kind",
                () -> circumstances.recordVulnerability(
                        number,
                        who.id(),
                        new NewVulnerability(VulnerabilityKind.values()[0], then, PartialDate.unknown())));
        assertFull(
                "case.room.of-a-kind",
                () -> circumstances.recordLeg(
                        number,
                        new NewLeg(
                                Set.of(who.id()),
                                place,
                                place,
                                Means.FOOT,
                                "",
                                Border.NONE,
                                then,
                                then,
                                Optional.empty(),
                                Optional.empty(),
                                LegState.DONE)));
        assertFull(
                "case.room.of-a-kind",
                () -> quotes.record(
                        number,
                        new NewQuote(
                                broker,
                                Set.of(who.id()),
                                PriceBasis.PER_PERSON,
                                Money.of("100", "USD"),
                                "",
                                Optional.empty(),
                                "",
                                told.today(),
                                Optional.empty(),
                                ObtainedHow.DIRECT)));
        assertFull("case.room.people", () -> cases.addParticipant(number, WOMAN, told.report(Stage.CONTACT)));
        requests.does(HANEUL, () -> cases.enterStage(number, who.id(), told.report(Stage.CONTACT_LOST), who.version()));
    }

    private void assertFull(String message, Requests.Work work) {
        RuleViolation full = assertThrows(RuleViolation.class, () -> requests.does(HANEUL, work));
        assertEquals(message, full.messageKey());
    }
}
