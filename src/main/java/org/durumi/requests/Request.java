package org.durumi.requests;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A caseworker asks a supervisor for something, with a reason. It is answered once, by somebody else, taken back by who asked, or void
 * when what it was about is so no more. It expires by its day: nobody writes that.
 *
 * <p>Why, what exactly, and what was typed where somebody was stopped are sealed, and so is the answer.
 */
@Entity
@Table(name = "request")
public class Request extends ChangingRow<Request.Words, Request.Answer> {
    /** The shortest reason, in visible characters: as short as that of a waiver. */
    public static final int SHORTEST_REASON = Waiver.SHORTEST_REASON;

    /** The longest reason, and the longest answer, in characters: an answer becomes the reason of a waiver. */
    public static final int LONGEST_REASON = Waiver.LONGEST_REASON;

    /** So long an answer is awaited: who asks needs it in days, and what was asked a week ago is seldom still so. */
    static final Duration AWAITED = Duration.ofDays(7);

    private static final SealedColumn<Words> WORDS = new SealedColumn<>("request", "sealed", Words.class);
    private static final SealedColumn<Answer> ANSWER = new SealedColumn<>("request", "sealed_state", Answer.class);

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    private Instant due;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private @Nullable Signed settled;

    /** The departure or the quote that is to pass, with what stood against it. */
    record Stopped(WaiverSubject subject, UUID subjectId, String contentHash) {
        static Stopped of(WaivedContent content) {
            return new Stopped(content.subject(), content.subjectId(), content.hash());
        }

        WaivedContent content() {
            return new WaivedContent(subject, subjectId, contentHash);
        }
    }

    /**
     * What was asked for.
     *
     * @param stopped what is to pass; nothing unless a waiver is asked for
     * @param to who is to work on the case; empty if the supervisor chooses, or something else is asked for
     * @param typed what stood in the form where somebody was stopped; empty if nothing was kept
     */
    record Words(String reason, List<Stopped> stopped, Optional<UserId> to, Optional<TypedForm> typed) {
        Words {
            stopped = List.copyOf(stopped);
        }
    }

    /** The answer in words; may be empty. */
    record Answer(String word) {}

    @SuppressWarnings("NullAway.Init")
    protected Request() {
        super(WORDS, ANSWER); // Hibernate
    }

    private Request(CaseFile file, RequestKind kind, Words asked, Recording recording) {
        super(WORDS, ANSWER, file.id());
        this.kind = kind;
        this.due = recording.signed().at().plus(AWAITED);
        this.state = RequestState.ASKED;
        say(asked, recording);
        keep(new Answer(""), recording.key());
    }

    static Request forWaiver(
            CaseFile file, List<WaivedContent> stopped, String reason, Optional<TypedForm> typed, Recording recording) {
        return new Request(
                file,
                RequestKind.WAIVER,
                new Words(reason.strip(), stopped.stream().map(Stopped::of).toList(), Optional.empty(), typed),
                recording);
    }

    static Request forReassignment(CaseFile file, NewReassignment told, Recording recording) {
        return new Request(
                file,
                RequestKind.REASSIGNMENT,
                new Words(told.reason().strip(), List.of(), told.to(), Optional.empty()),
                recording);
    }

    static Request forDecision(CaseFile file, NewRequest told, Recording recording) {
        return new Request(
                file,
                RequestKind.OTHER,
                new Words(told.reason().strip(), List.of(), Optional.empty(), Optional.empty()),
                recording);
    }

    /**
     * A supervisor answers.
     *
     * @throws RuleViolation if it is settled or has expired, they asked themselves, the answer is none, or it says no without a word
     */
    void answer(NewRequestAnswer told, Recording recording) {
        requireAnswerable(recording.signed().by(), recording.signed().at());
        if (told.state() != RequestState.GRANTED && told.state() != RequestState.DECLINED) {
            throw RuleViolation.at("state", "form.choose");
        } else if (told.state() == RequestState.DECLINED && VisibleText.isEmpty(told.word())) {
            throw RuleViolation.at("word", "request.word.needed");
        }
        become(told.state(), told.word().strip(), recording);
    }

    /** @throws RuleViolation if it is settled, has expired, or somebody else asked */
    void withdraw(Recording recording) {
        requireWaiting(recording.signed().at());
        if (!isOf(recording.signed().by())) {
            throw new RuleViolation("request.withdraw.other");
        }
        become(RequestState.WITHDRAWN, "", recording);
    }

    /** What it was about is so no more. */
    void becomeVoid(Recording recording) {
        become(RequestState.VOID, "", recording);
    }

    private void become(RequestState next, String word, Recording recording) {
        state = next;
        settled = recording.signed();
        keep(new Answer(word), recording.key());
    }

    /** @throws RuleViolation if it is settled or has expired, or they asked themselves */
    void requireAnswerable(UserId who, Instant now) {
        requireWaiting(now);
        if (isOf(who)) {
            throw new RuleViolation("request.own");
        }
    }

    private void requireWaiting(Instant now) {
        if (state != RequestState.ASKED) {
            throw new RuleViolation("request.settled", state);
        } else if (isExpired(now)) {
            throw new RuleViolation("request.expired");
        }
    }

    @Override
    protected List<Object> inClear() {
        return List.of(kind, due);
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(state, settled().map(Signed::by), settled().map(Signed::at));
    }

    public RequestKind kind() {
        return kind;
    }

    /** Until when an answer is awaited; then it has expired. */
    public Instant due() {
        return due;
    }

    public RequestState state() {
        return state;
    }

    /** Whether an answer is awaited. */
    public boolean isWaiting(Instant now) {
        return state == RequestState.ASKED && due.isAfter(now);
    }

    /** Whether nobody answered in time. */
    public boolean isExpired(Instant now) {
        return state == RequestState.ASKED && !due.isAfter(now);
    }

    /** When it ended: when it was settled, or expired; empty while an answer is awaited. */
    public Optional<Instant> ended(Instant now) {
        return isExpired(now) ? Optional.of(due) : settled().map(Signed::at);
    }

    /** Whether this person asked. */
    public boolean isOf(UserId who) {
        return recorded().by().equals(who);
    }

    /** Who answered it, took it back, or did what made it void; empty if nobody did. */
    public Optional<Signed> settled() {
        return Optional.ofNullable(settled);
    }

    public String reason() {
        return words().reason();
    }

    /** The answer in words; may be empty. */
    public String word() {
        return became().word();
    }

    /** Who is to work on the case; empty if the supervisor chooses. */
    public Optional<UserId> to() {
        return words().to();
    }

    /** What was typed where somebody was stopped. It is of use to who asked, and shown to nobody else. */
    Optional<TypedForm> typed() {
        return words().typed();
    }

    /** Whether what stood in the form where they were stopped waits for who asked. */
    public boolean isKept() {
        return typed().isPresent();
    }

    /** What is to pass, each with what stood against it. */
    List<WaivedContent> stopped() {
        return words().stopped().stream().map(Stopped::content).toList();
    }

    /** The quote that is to be accepted; empty if it is about something else. */
    public Optional<UUID> quote() {
        return stopped().stream()
                .filter(each -> each.subject() == WaiverSubject.QUOTE)
                .map(WaivedContent::subjectId)
                .findFirst();
    }

    /** Those who are to leave; nobody if it is about something else. */
    public Set<ParticipantId> leaving() {
        return stopped().stream()
                .filter(each -> each.subject() == WaiverSubject.DEPARTURE)
                .map(each -> new ParticipantId(each.subjectId()))
                .collect(Collectors.toSet());
    }

    /** Everybody who has to do with it. */
    Stream<UserId> people() {
        return Stream.of(Optional.of(recorded().by()), settled().map(Signed::by), to())
                .flatMap(Optional::stream);
    }
}
