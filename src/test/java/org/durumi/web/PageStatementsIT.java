package org.durumi.web;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseService;
import org.durumi.cases.ConsentForm;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.NewCase;
import org.durumi.cases.NewConsent;
import org.durumi.cases.Participant;
import org.durumi.cases.Priority;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Exposure;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.IncidentKind;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NeedKind;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewGroup;
import org.durumi.circumstances.NewIncident;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewNeed;
import org.durumi.circumstances.NewRelative;
import org.durumi.circumstances.NewVulnerability;
import org.durumi.circumstances.Occupation;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.circumstances.Whereabouts;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.NewQuote;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.evidence.SourceService;
import org.durumi.identity.Role;
import org.durumi.identity.session.GuestLanguage;
import org.durumi.identity.session.Proof;
import org.durumi.identity.session.SessionKeeper;
import org.durumi.inside.Requests;
import org.durumi.inside.StatementSpy;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.reports.CaseSummary;
import org.durumi.reports.SummaryService;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.work.ContactBy;
import org.durumi.work.ContactOutcome;
import org.durumi.work.NewAddendum;
import org.durumi.work.NewContact;
import org.durumi.work.NewNote;
import org.durumi.work.NewTask;
import org.durumi.work.NoteKind;
import org.durumi.work.NoteService;
import org.durumi.work.TaskService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A page of a case with four times as many rows sends the database no statement more. Not counted here is the one that says beside the bell
 * how much waits: every page sends it once, before its own transaction.
 */
@ExtendWith(ArquillianExtension.class)
class PageStatementsIT {
    private static final List<String> PAGES = List.of(
            "",
            "/people",
            "/people/A",
            "/people/B",
            "/timeline",
            "/route",
            "/costs",
            "/claims",
            "/notes",
            "/tasks",
            "/about",
            "/names");
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final PartialDate UNKNOWN = PartialDate.unknown();

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    StatementSpy spy;

    @Inject
    SessionKeeper sessions;

    @Inject
    Clock clock;

    @Inject
    CaseService cases;

    @Inject
    CircumstancesService circumstances;

    @Inject
    ConsentService consents;

    @Inject
    PersonService people;

    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    NoteService notes;

    @Inject
    TaskService tasks;

    @Inject
    SummaryService summaries;

    /** The request that brought the test into the server. */
    @Inject
    HttpServletRequest request;

    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie;

    @BeforeEach
    void haneul_is_signed_in() throws Exception {
        told.northTeam();
        cookie = requests.as(
                HANEUL,
                () -> sessions.open(
                                new Proof(HANEUL.id(), "", clock.instant(), "statements " + UUID.randomUUID()),
                                Set.of(Role.CASEWORKER),
                                new GuestLanguage.Wish(Optional.empty(), Locale.ENGLISH),
                                "no token")
                        .cookieValue());
    }

    @Test
    void of_a_pair_of_whom_much_is_known_no_more_is_asked_than_of_one_of_whom_little_is() throws Exception {
        assertEquals(statements(filled(2, 1)), statements(filled(2, 4)));
    }

    @Test
    void of_a_family_of_eight_no_more_is_asked_than_of_one_of_four() throws Exception {
        assertEquals(statements(filled(4, 1)), statements(filled(8, 2)));
    }

    /** How many statements each page sends, from the second time on that it is drawn. */
    private Map<String, Integer> statements(CaseNumber number) throws Exception {
        Map<String, Integer> sent = new LinkedHashMap<>();
        sent.put("the summary", count(() -> summary(number)));
        for (String page : PAGES) {
            get("/cases/" + number + page);
            sent.put(page, count(() -> get("/cases/" + number + page)));
        }
        return sent;
    }

    private int count(Callable<?> work) throws Exception {
        return spy.during(work).stream().mapToInt(List::size).sum();
    }

    /** What is printed, read without the proof that its page asks for. */
    private CaseSummary summary(CaseNumber number) throws Exception {
        return requests.as(HANEUL, () -> summaries.internal(number, ENGLISH));
    }

    private Void get(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + request.getLocalPort() + path))
                        .header("Cookie", "__Host-durumi=" + cookie)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertEquals(200, answer.statusCode(), path);
        return null;
    }

    private CaseNumber filled(int persons, int times) throws Exception {
        NewCase family = new NewCase(
                CaseKind.FAMILY,
                RouteKind.LAND_VIA_CHINA,
                Optional.empty(),
                Priority.NORMAL,
                Collections.nCopies(persons, WOMAN),
                told.report(Stage.CONTACT));
        CaseNumber number = requests.as(HANEUL, () -> cases.open(family));
        List<ParticipantId> all =
                told.participants(number).stream().map(Participant::id).toList();
        for (int i = 0; i < times; i++) {
            told.enters(number, told.report(i % 2 == 0 ? Stage.BROKER : Stage.CONTACT));
            forEverybody(number, Set.copyOf(all));
            for (ParticipantId each : all) {
                forOne(number, each);
            }
        }
        return number;
    }

    private void forEverybody(CaseNumber number, Set<ParticipantId> all) throws Exception {
        requests.does(HANEUL, () -> {
            circumstances.recordLeg(
                    number,
                    new NewLeg(
                            all,
                            KUNMING,
                            KUNMING,
                            Means.TAXI,
                            "",
                            Border.NONE,
                            UNKNOWN,
                            UNKNOWN,
                            Optional.empty(),
                            Optional.empty(),
                            LegState.PLANNED));
            circumstances.record(
                    number, new NewGroup(all, GroupKind.HOUSEHOLD, Optional.of(9), UNKNOWN, UNKNOWN, "a family"));
            quotes.record(
                    number,
                    new NewQuote(
                            brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)),
                            all,
                            PriceBasis.PER_PERSON,
                            Money.of("2500000", "KRW"),
                            "",
                            Optional.of(50),
                            "",
                            told.today(),
                            Optional.empty(),
                            ObtainedHow.UNKNOWN));
        });
    }

    private void forOne(CaseNumber number, ParticipantId who) throws Exception {
        Set<ParticipantId> one = Set.of(who);
        requests.does(HANEUL, () -> {
            circumstances.recordDevice(
                    number,
                    who,
                    new NewDevice(
                            "a phone", "", Answer.UNKNOWN, Answer.UNKNOWN, false, false, false, UNKNOWN, UNKNOWN));
            circumstances.recordAttempt(number, who, new NewAttempt(UNKNOWN, AttemptOutcome.TURNED_BACK, "sent away"));
            circumstances.recordVulnerability(
                    number, who, new NewVulnerability(VulnerabilityKind.ILLNESS, UNKNOWN, UNKNOWN));
            circumstances.record(
                    number,
                    new NewIncident(
                            one, IncidentKind.ID_CHECK, UNKNOWN, KUNMING, "", "", Certainty.PROBABLE, Set.of()));
            circumstances.record(number, new NewNeed(one, NeedKind.MEDICAL, UNKNOWN, UNKNOWN, ""));
            circumstances.record(
                    number,
                    new NewRelative(
                            one,
                            RelationshipKind.PARENT,
                            Whereabouts.LEFT_BEHIND,
                            KUNMING,
                            Occupation.UNKNOWN,
                            Answer.YES,
                            Exposure.UNKNOWN,
                            ""));
            consents.record(
                    number,
                    one,
                    new NewConsent(
                            Set.of(ConsentPurpose.CASE_WORK), ConsentForm.SPOKEN, UNKNOWN, Optional.empty(), "", ""));
            people.record(number, who, List.of(new NewName(NameForm.LATIN, NameKind.ALIAS, "Kim", Optional.empty())));
            SourceId source = sources.add(new NewSource(
                    SourceKind.RELATIVE, "", "", "", UNKNOWN, "", Optional.empty(), Reliability.B, false));
            tasks.write(number, new NewTask("call her", told.today(), Optional.of(who), Optional.of(HANEUL.id())));
            EntryId note = notes.record(number, new NewNote(one, "she is afraid"));
            notes.add(number, note, new NewAddendum("of the police"));
            notes.record(
                    number,
                    new NewContact(
                            NoteKind.CALL,
                            ContactBy.PHONE,
                            one,
                            "",
                            ContactOutcome.REACHED,
                            PartialDate.on(told.today()),
                            "she is well",
                            Set.of()));
            claims.record(
                    number,
                    new NewClaim(
                            one,
                            ClaimTopic.IDENTITY,
                            Optional.empty(),
                            "she was seen",
                            UNKNOWN,
                            UNKNOWN,
                            source,
                            Credibility.POSSIBLY_TRUE,
                            Modality.ASSERTED,
                            "",
                            Optional.empty()),
                    Optional.empty());
        });
    }
}
