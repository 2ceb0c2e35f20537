package org.durumi.requests;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.DecisionService;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.SomebodyTold;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.durumi.risk.BlockWaived;
import org.durumi.risk.RiskService;
import org.durumi.vault.Recording;
import org.durumi.work.TaskService;

/**
 * A caseworker asks, and takes back what they asked for; a supervisor of the team answers, and what is granted is done in the same
 * transaction.
 */
@ApplicationScoped
@Transactional
public class RequestService {
    /** So many stand in a list. */
    public static final int PAGE = 50;

    @Inject
    RequestRows rows;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    RiskService risk;

    @Inject
    DecisionService decisions;

    @Inject
    TaskService tasks;

    @Inject
    StaffDirectory staff;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    RareRows rare;

    @Inject
    Event<SomebodyTold> others;

    @Inject
    Clock clock;

    /** All of an opened case. One query. */
    public Requests of(CaseFile file) {
        return new Requests(file.key(AccessGroup.REQUEST)
                .opened(rare.of(file.id().value(), "request", () -> rows.ofCase(file.id()))));
    }

    /**
     * What awaits the answer of the supervisor in the cases of their team, the oldest first; not what they asked for themselves. Empty for everybody
     * else.
     *
     * @param page from 0
     * @param size so many are on a page
     */
    public PageOf<RequestLine> waiting(int page, int size) {
        if (user.actor().supervisedTeam().isEmpty()) {
            return new PageOf<>(List.of(), false);
        }
        PageOf<RequestLine> found = PageOf.of(rows.waiting(clock.instant(), size + 1, (long) page * size), size);
        return new PageOf<>(listed(found.rows()), found.more());
    }

    /**
     * What a caseworker asked for, or another for whom they stand in, and nobody has answered; what has expired or become void stays a week.
     * Empty for everybody else.
     */
    public List<RequestLine> mine() {
        Actor actor = user.actor();
        return actor.is(Role.CASEWORKER)
                ? listed(rows.unanswered(clock.instant().minus(Request.AWAITED), PageRequest.ofPage(1, PAGE, false)))
                : List.of();
    }

    private List<RequestLine> listed(List<RequestLine> found) {
        List<RequestLine> readable = access.readable(found, RequestLine::number);
        if (!readable.isEmpty()) {
            access.toList(readable.stream().map(RequestLine::number).distinct().toList(), AccessGroup.REQUEST);
        }
        return readable;
    }

    /**
     * Asks that people may leave, or a quote may be accepted, although a block stands.
     *
     * @param subjects the participants, or the quote
     * @param typed what stood in the form where they were stopped
     * @throws RuleViolation if nothing stands against any of them that somebody may waive, or it was asked already
     */
    public EntryId askWaiver(CaseNumber number, Set<UUID> subjects, @Valid NewRequest told, Optional<TypedForm> typed) {
        CaseFile file = access.toChange(number, AccessGroup.REQUEST, AccessGroup.RISK, AccessGroup.WAIVER);
        List<WaivedContent> stopped = risk.waivable(file, file.key(AccessGroup.RISK)).stream()
                .filter(each -> subjects.contains(each.subjectId()))
                .filter(each -> !risk.isWaived(each, file.key(AccessGroup.WAIVER)))
                .toList();
        if (stopped.isEmpty()) {
            throw new RuleViolation("request.nothing");
        }
        boolean asked = of(file).waiting(clock.instant()).stream()
                .flatMap(each -> each.stopped().stream())
                .anyMatch(stopped::contains);
        if (asked) {
            throw new RuleViolation("request.already");
        }
        Recording recording = recording(file);
        return ask(file, Request.forWaiver(file, stopped, told.reason(), typed, recording));
    }

    /**
     * Asks that somebody else works on the case.
     *
     * @throws RuleViolation at «to» if that is nobody of the team
     */
    public EntryId askReassignment(CaseNumber number, @Valid NewReassignment told) {
        CaseFile file = access.toChange(number, AccessGroup.REQUEST);
        boolean ofTheTeam = told.to().isEmpty()
                || staff.caseworkers(file.team()).stream()
                        .anyMatch(each -> each.id().equals(told.to().get()));
        if (!ofTheTeam) {
            throw RuleViolation.at("to", "assignment.not-of-the-team");
        }
        return ask(file, Request.forReassignment(file, told, recording(file)));
    }

    /** Asks for another decision. */
    public EntryId askDecision(CaseNumber number, @Valid NewRequest told) {
        CaseFile file = access.toChange(number, AccessGroup.REQUEST);
        return ask(file, Request.forDecision(file, told, recording(file)));
    }

    /** Whether another supervisor of the team can come in, who could answer whoever asks now. */
    public boolean isAnswerable(CaseFile file) {
        return staff.supervisors(file.team()).stream()
                .anyMatch(each -> !each.id().equals(user.actor().id()));
    }

    /** @throws RuleViolation if nobody can answer: whoever asks is told whom to turn to */
    private EntryId ask(CaseFile file, Request request) {
        if (!isAnswerable(file)) {
            throw new RuleViolation("request.nobody");
        }
        CaseRoom.forOneMore(rows.ofCase(file.id()).size());
        rows.add(request);
        others.fire(new SomebodyTold());
        changes.noted(file, AccessAction.REQUEST, AccessGroup.REQUEST);
        return request.id();
    }

    /**
     * Who asked takes it back.
     *
     * @throws NotFound if there is no such request
     * @throws RuleViolation if it waits no more, or somebody else asked
     */
    public void withdraw(CaseNumber number, EntryId id) {
        CaseFile file = access.toChange(number, AccessGroup.REQUEST);
        Request request = one(file, id);
        request.withdraw(recording(file));
        rows.save(request);
        changes.noted(file, AccessAction.CHANGE, AccessGroup.REQUEST);
    }

    /**
     * Says no, or does what was asked for: grants the waivers, puts somebody else in the place of who asked, or agrees.
     *
     * @throws NotFound if there is no such request
     * @throws RuleViolation if it waits no more, the same person asked, what stands against it has changed, or one of the waivers may not
     *     be granted by this supervisor; at «caseworker» if nobody of the team is to work on the case
     */
    public void answer(CaseNumber number, EntryId id, @Valid NewRequestAnswer told) {
        CaseFile file = toAnswer(number);
        Request request = one(file, id);
        request.requireAnswerable(user.actor().id(), clock.instant());
        boolean grants = told.state() == RequestState.GRANTED;
        if (grants && request.kind() == RequestKind.WAIVER) {
            waive(file, request, told.word());
            return;
        } else if (grants && request.kind() == RequestKind.REASSIGNMENT) {
            UserId to = told.caseworker().orElseThrow(() -> RuleViolation.at("caseworker", "form.choose"));
            decisions.reassign(number, request.recorded().by(), to, told.leaves());
            // Its row was saved by that.
            file = toAnswer(number);
        }
        settle(file, request, told);
    }

    private CaseFile toAnswer(CaseNumber number) {
        return access.toDecide(
                number, AccessGroup.REQUEST, AccessGroup.RISK, AccessGroup.WAIVER, AccessGroup.ASSIGNMENT);
    }

    /** With the last of the waivers the request is settled: {@link #onWaived}. */
    private void waive(CaseFile file, Request request, String reason) {
        if (VisibleText.length(reason) < Request.SHORTEST_REASON) {
            throw RuleViolation.at("word", "waiver.reason.too-short", Request.SHORTEST_REASON);
        }
        List<WaivedContent> standing = risk.waivable(file, file.key(AccessGroup.RISK));
        if (!standing.containsAll(request.stopped())) {
            throw new RuleViolation("request.changed");
        }
        List<WaivedContent> left = request.stopped().stream()
                .filter(each -> !risk.isWaived(each, file.key(AccessGroup.WAIVER)))
                .toList();
        for (WaivedContent each : left) {
            if (each.subject() == WaiverSubject.QUOTE) {
                risk.waiveQuote(file.number(), new EntryId(each.subjectId()), reason);
            } else {
                risk.waiveDeparture(file.number(), new ParticipantId(each.subjectId()), reason);
            }
        }
        // What is waived is what stands now: if that is something else than what was asked about, nothing is.
        if (!request.stopped().stream().allMatch(each -> risk.isWaived(each, file.key(AccessGroup.WAIVER)))) {
            throw new RuleViolation("request.changed");
        }
    }

    /**
     * A block was waived, here or elsewhere: what was asked for is granted, once everything that it names may pass.
     *
     * @throws RuleViolation if who waived it had asked for it
     */
    void onWaived(@Observes BlockWaived waived) {
        CaseFile file = waived.file();
        Instant now = clock.instant();
        List<Request> asked = rows.asked(file.id(), now);
        if (asked.isEmpty()) {
            return;
        }
        access.alsoNames(file, AccessGroup.REQUEST);
        Recording recording = recording(file);
        recording.key().opened(asked).stream()
                .filter(each -> each.isWaiting(now) && each.stopped().contains(waived.content()))
                .forEach(each -> {
                    each.requireAnswerable(recording.signed().by(), now);
                    if (each.stopped().stream().allMatch(one -> risk.isWaived(one, file.key(AccessGroup.WAIVER)))) {
                        settle(file, each, NewRequestAnswer.granting(waived.reason()));
                    }
                });
    }

    private void settle(CaseFile file, Request request, NewRequestAnswer told) {
        request.answer(told, recording(file));
        rows.save(request);
        tasks.afterAnswer(file, request.leaving(), request.recorded().by());
        others.fire(new SomebodyTold());
        changes.noted(file, AccessAction.APPROVE, AccessGroup.REQUEST);
    }

    /**
     * What somebody had typed where they were stopped, once it was granted; empty if nothing was kept.
     *
     * @throws NotFound if there is no such request of this person; the refusal is recorded
     */
    public Optional<TypedForm> typed(CaseNumber number, EntryId id) {
        Request request = one(access.toChange(number, AccessGroup.REQUEST), id);
        log.require(
                request.isOf(user.actor().id()),
                Access.of(AccessAction.OPEN, AccessGroup.REQUEST).on(number));
        return request.state() == RequestState.GRANTED ? request.typed() : Optional.empty();
    }

    private Request one(CaseFile file, EntryId id) {
        return of(file).one(id).orElseThrow(NotFound::new);
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.REQUEST));
    }
}
