package org.durumi.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.Checklist;
import org.durumi.cases.CloseReason;
import org.durumi.cases.ClosureService;
import org.durumi.cases.ConsentService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.NewCase;
import org.durumi.cases.NewClosure;
import org.durumi.cases.NewHold;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.Priority;
import org.durumi.cases.RetentionService;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.CorrectionService;
import org.durumi.costs.NewQuote;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.evidence.SourceService;
import org.durumi.files.AttachmentService;
import org.durumi.files.CleanFile;
import org.durumi.files.FileCleaner;
import org.durumi.files.NewAttachment;
import org.durumi.identity.Actor;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.TimePassed;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertService;
import org.durumi.risk.AlertState;
import org.durumi.risk.RiskAlert;
import org.durumi.risk.RiskService;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.work.CheckInService;
import org.durumi.work.ContactBy;
import org.durumi.work.ContactOutcome;
import org.durumi.work.NewAddendum;
import org.durumi.work.NewContact;
import org.durumi.work.NewNote;
import org.durumi.work.NewTask;
import org.durumi.work.NoteKind;
import org.durumi.work.NoteService;
import org.durumi.work.Task;
import org.durumi.work.TaskKind;
import org.durumi.work.TaskResult;
import org.durumi.work.TaskService;
import org.durumi.work.TaskState;

/** What every demo case is told with: who does what, so many days ago. */
@Dependent
public class Story {
    /** Before leaving, everything is well. */
    static final Checklist COMPLETE = new Checklist(Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES);

    private static final int MORNING = 10;

    @Inject
    Clock clock;

    @Inject
    Teller teller;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    ConsentService consents;

    @Inject
    CorrectionService corrections;

    @Inject
    ClaimService claims;

    @Inject
    SourceService sources;

    @Inject
    DecisionService decisions;

    @Inject
    PersonService people;

    @Inject
    ClosureService closures;

    @Inject
    RetentionService retentions;

    @Inject
    NoteService notes;

    @Inject
    AttachmentService files;

    @Inject
    FileCleaner cleaner;

    @Inject
    TaskService tasks;

    @Inject
    QuoteService quotes;

    @Inject
    RiskService risks;

    @Inject
    AlertService alerts;

    @Inject
    CheckInService checkIns;

    @Inject
    Event<TimePassed> ticks;

    /** A supervisor closes a case. */
    void closes(int daysAgo, Actor who, CaseNumber number, CloseReason reason, String why) throws Exception {
        does(daysAgo, who, () -> closures.close(number, new NewClosure(reason, why)));
    }

    /** A supervisor forbids to erase a case. */
    void holds(int daysAgo, Actor who, CaseNumber number, String why) throws Exception {
        does(daysAgo, who, () -> retentions.hold(number, new NewHold(why)));
    }

    /** Records names of the nth participant, from 0. */
    void names(int daysAgo, Actor caseworker, CaseNumber number, int nth, NewName... names) throws Exception {
        does(
                daysAgo,
                caseworker,
                () -> people.record(number, participants(number).get(nth).id(), List.of(names)));
    }

    /** The name that papers say, with a year of birth so many years ago. */
    NewName name(NameForm form, String text, int yearsAgo) {
        return new NewName(form, NameKind.LEGAL, text, Optional.of(day(0).getYear() - yearsAgo));
    }

    CheckInService checkIns() {
        return checkIns;
    }

    /** What is due at the moment of the story is done. */
    void timePasses() {
        ticks.fire(new TimePassed());
    }

    CircumstancesService circumstances() {
        return circumstances;
    }

    /** A caseworker attaches a file. */
    void attaches(int daysAgo, Actor caseworker, CaseNumber number, NewAttachment told, byte[] file) throws Exception {
        CleanFile clean = cleaner.clean(file);
        does(daysAgo, caseworker, () -> files.attach(number, told, clean));
    }

    ConsentService consents() {
        return consents;
    }

    ClaimService claims() {
        return claims;
    }

    CaseSearch search() {
        return search;
    }

    DecisionService decisions() {
        return decisions;
    }

    CorrectionService corrections() {
        return corrections;
    }

    QuoteService quoting() {
        return quotes;
    }

    /** The day that lies so many days back. */
    LocalDate day(int daysAgo) {
        return LocalDate.now(clock.getZone()).minusDays(daysAgo);
    }

    /** In the morning of the day that lies so many days back; not in the future of today's early hours. */
    <T> T on(int daysAgo, Actor who, Callable<T> work) throws Exception {
        return teller.tell(who, morning(daysAgo), work);
    }

    /** The same so many minutes later. */
    <T> T later(int minutes, int daysAgo, Actor who, Callable<T> work) throws Exception {
        return teller.tell(who, morning(daysAgo).plus(Duration.ofMinutes(minutes)), work);
    }

    private Instant morning(int daysAgo) {
        Instant morning = day(daysAgo)
                .atTime(MORNING, 0)
                .atZone(clock.getZone())
                .toInstant()
                .plusSeconds(Math.floorMod(daysAgo * 271L, 3600L));
        Instant now = Instant.now();
        return morning.isAfter(now) ? now : morning;
    }

    /** The same for work that returns nothing. */
    void does(int daysAgo, Actor who, Work work) throws Exception {
        on(daysAgo, who, () -> {
            work.run();
            return null;
        });
    }

    /** The same so many minutes later. */
    void does(int minutes, int daysAgo, Actor who, Work work) throws Exception {
        later(minutes, daysAgo, who, () -> {
            work.run();
            return null;
        });
    }

    CaseNumber opens(
            int daysAgo,
            Actor caseworker,
            CaseKind kind,
            RouteKind route,
            String destination,
            List<NewParticipant> people,
            NewStage first)
            throws Exception {
        Optional<CountryCode> wanted = CountryCode.read(destination);
        return on(
                daysAgo,
                caseworker,
                () -> cases.open(new NewCase(kind, route, wanted, Priority.NORMAL, people, first)));
    }

    /** Gives a case the label by which its caseworkers know it again. */
    void calls(int daysAgo, Actor caseworker, CaseNumber number, String label) throws Exception {
        does(daysAgo, caseworker, () -> {
            CaseFile file = search.view(number, AccessGroup.CASE).file();
            cases.describe(number, file.description().labelled(label), file.described());
        });
    }

    /** Records the next stage of the nth participant, from 0. */
    EntryId enters(int daysAgo, Actor caseworker, CaseNumber number, int nth, NewStage stage) throws Exception {
        return on(daysAgo, caseworker, () -> {
            Participant who = participants(number).get(nth);
            return cases.enterStage(number, who.id(), stage, who.version());
        });
    }

    /** The same of everybody in the case, together. */
    void enters(int daysAgo, Actor caseworker, CaseNumber number, NewStage stage) throws Exception {
        does(daysAgo, caseworker, () -> {
            cases.enterStage(
                    number,
                    participants(number).stream().collect(Collectors.toMap(Participant::id, Participant::version)),
                    stage);
        });
    }

    /** A caseworker writes something down about the case as a whole. */
    EntryId writes(int minutes, int daysAgo, Actor caseworker, CaseNumber number, String text) throws Exception {
        return later(minutes, daysAgo, caseworker, () -> notes.record(number, new NewNote(Set.of(), text)));
    }

    /** A caseworker adds something to a note. */
    void adds(int daysAgo, Actor caseworker, CaseNumber number, EntryId note, String text) throws Exception {
        does(daysAgo, caseworker, () -> notes.add(number, note, new NewAddendum(text)));
    }

    /**
     * A caseworker is in touch with somebody on that day, or tries to be.
     *
     * @param other somebody who is not in the case; else empty
     * @param nth participants with whom it is, from 0
     */
    void isInTouch(
            int minutes,
            int daysAgo,
            Actor caseworker,
            CaseNumber number,
            NoteKind kind,
            ContactBy by,
            ContactOutcome outcome,
            String other,
            String text,
            int... nth)
            throws Exception {
        does(minutes, daysAgo, caseworker, () -> {
            List<Participant> people = participants(number);
            Set<ParticipantId> with =
                    IntStream.of(nth).mapToObj(each -> people.get(each).id()).collect(Collectors.toSet());
            notes.record(
                    number,
                    new NewContact(kind, by, with, other, outcome, PartialDate.on(day(daysAgo)), text, Set.of()));
        });
    }

    /** A caseworker writes down what is to be done in so many days. */
    void hasToDo(int daysAgo, Actor caseworker, CaseNumber number, String what, int inDays) throws Exception {
        does(
                daysAgo,
                caseworker,
                () -> tasks.write(
                        number,
                        new NewTask(what, day(daysAgo - inDays), Optional.empty(), Optional.of(caseworker.id()))));
    }

    /** A caseworker does what an arrest asked for. */
    void hasDone(int minutes, int daysAgo, Actor caseworker, CaseNumber number, TaskKind kind, String word)
            throws Exception {
        does(minutes, daysAgo, caseworker, () -> {
            Task task = tasks.view(number).open().stream()
                    .filter(each -> each.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            tasks.settle(number, task.id(), new TaskResult(TaskState.DONE, word));
        });
    }

    /** The participants of a case, as its caseworker sees them in the request that is being told. */
    List<Participant> participants(CaseNumber number) {
        return search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY)
                .participants();
    }

    /** Adds a source to those of the caseworker's team. */
    SourceId source(int daysAgo, Actor caseworker, NewSource known) throws Exception {
        return on(daysAgo, caseworker, () -> sources.add(known));
    }

    /** What was published, with the role of who wrote it. */
    static NewSource published(String publisher, String author, String headline, PartialDate published) {
        return new NewSource(
                SourceKind.MEDIA, publisher, author, headline, published, "", Optional.empty(), Reliability.C, false);
    }

    /** Whom or what we know only through another source: an insider is protected, and nobody has judged them yet. */
    static NewSource relayed(SourceKind kind, String publisher, SourceId through) {
        boolean insider = kind == SourceKind.ANONYMOUS_INSIDER;
        return new NewSource(
                kind,
                publisher,
                "",
                "",
                PartialDate.unknown(),
                "",
                Optional.of(through),
                insider ? Reliability.F : Reliability.C,
                insider);
    }

    /** The same source, of which nothing leaves the pages: what it says would endanger those who say it. */
    static NewSource neverPrinted(NewSource known) {
        return new NewSource(
                known.kind(),
                known.publisher(),
                known.author(),
                known.headline(),
                known.published(),
                known.link(),
                known.relayedBy(),
                known.reliability(),
                true);
    }

    /** A stage that happened, and was known, on the day that lies so many days back. */
    NewStage stage(Stage stage, int daysAgo, Place where, Certainty certainty, String reason, StageDetails details) {
        return new NewStage(stage, PartialDate.on(day(daysAgo)), day(daysAgo), where, certainty, reason, details);
    }

    /** A quote per person, told by the client, without a word on how much is due before the way. */
    EntryId quotes(
            int daysAgo,
            Actor caseworker,
            CaseNumber number,
            BrokerId broker,
            String won,
            String equivalent,
            Optional<Integer> upfront)
            throws Exception {
        return on(daysAgo, caseworker, () -> {
            Set<ParticipantId> everybody = Set.copyOf(
                    participants(number).stream().map(Participant::id).toList());
            return quotes.record(
                    number,
                    new NewQuote(
                            broker,
                            everybody,
                            PriceBasis.PER_PERSON,
                            Money.of(won, "KRW"),
                            equivalent,
                            upfront,
                            "",
                            day(daysAgo),
                            Optional.empty(),
                            ObtainedHow.CLIENT_REPORTED));
        });
    }

    /** Acknowledges every alert of a case that nobody has taken in hand, 40 minutes later, and says what was done. */
    void takesInHand(int daysAgo, Actor who, CaseNumber number, String done) throws Exception {
        teller.tell(who, morning(daysAgo).plus(Duration.ofMinutes(40)), () -> {
            for (AlertLine line : risks.panel(number).openAlerts()) {
                RiskAlert alert = line.alert();
                if (alert.state() == AlertState.RAISED) {
                    alerts.acknowledge(number, alert.id(), alert.version());
                    alerts.act(number, alert.id(), done, alert.version() + 1);
                }
            }
            return null;
        });
    }

    static Checklist allAnswered(Answer phonesLeftHome) {
        return new Checklist(phonesLeftHome, Answer.NO, Answer.YES, Answer.YES, Answer.YES);
    }

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
