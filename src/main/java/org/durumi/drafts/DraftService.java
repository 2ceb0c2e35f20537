package org.durumi.drafts;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.Receipt;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseService;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.RowKey;
import org.durumi.vault.Vault;
import org.durumi.vault.WillNotOpen;

/**
 * Keeps what a caseworker types at intake, or into a long form of a case, until they send it or give it up. Only its owner reads it; a supervisor of their
 * team hands one to somebody else. No entry of the log names the number of an intake: it is no case yet.
 */
@ApplicationScoped
@Transactional
public class DraftService {
    /** What is said of who has as many drafts as one may have, when another one would be handed to them. */
    public static final String TOO_MANY = "draft.too-many.theirs";

    /** What is said of a form that comes from a draft that is not this person's any more. */
    public static final String GONE = "draft.gone";

    private static final Access BEGINNING = Access.of(AccessAction.CREATE, AccessGroup.DRAFT);
    private static final Access OPENING = Access.of(AccessAction.OPEN, AccessGroup.DRAFT);
    private static final Access LISTING = Access.of(AccessAction.LIST, AccessGroup.DRAFT);
    private static final Access HANDING_OVER =
            Access.of(AccessAction.CHANGE, AccessGroup.DRAFT, AccessGroup.ASSIGNMENT);

    @Inject
    Drafts drafts;

    @Inject
    CaseService cases;

    @Inject
    CaseAccess access;

    @Inject
    Vault vault;

    @Inject
    StaffDirectory staff;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    Event<ForeignRow> foreign;

    /**
     * Begins a draft.
     *
     * @param next where its owner goes on
     * @return which it is; it has a number that no case had, and none but its own will get
     * @throws NotFound if the person is no caseworker; the refusal is recorded
     * @throws RuleViolation if they have as many as one may have
     */
    public DraftId begin(Map<String, List<String>> typed, Function<DraftId, String> next) {
        Actor actor = requireCaseworker(BEGINNING);
        DraftId id = DraftId.create();
        return begin(actor, id, cases::reserveNumber, typed, next.apply(id));
    }

    /**
     * Keeps a long form of a case, to go on with it later: in the draft from which it was filled, else in one of its own, in which it is kept again however often
     * it is sent.
     *
     * @param from the draft from which it was filled, as its sender says
     * @param own the name of its own draft; whoever sends the form again says the same
     * @throws NotFound if the person is no caseworker, or may not read the case; the refusal is recorded
     * @throws RuleViolation if they have as many drafts as one may have, or no more the one from which it was filled
     * @throws ChangedMeanwhile if its own draft is just begun by the same form, or is somebody else's now
     */
    public DraftId keepForm(CaseNumber number, Map<String, List<String>> typed, Optional<DraftId> from, DraftId own) {
        Actor actor = requireCaseworker(BEGINNING);
        Optional<Draft> before = from.flatMap(each -> lockMine(actor, each));
        if (from.isPresent() && before.isEmpty()) {
            throw new RuleViolation(GONE);
        }
        Optional<Draft> same = before.filter(each -> each.isFormOf(number)).or(() -> lockMine(actor, own));
        if (same.filter(each -> each.isFormOf(number)).isPresent()) {
            keep(opened(same.get().id(), same), any -> typed, same.get().address());
            return same.get().id();
        }
        access.toRead(number, AccessGroup.DRAFT);
        // What somebody moved to a form of another case leaves that one's draft alone.
        DraftId id = same.isPresent() ? DraftId.create() : own;
        try {
            return begin(actor, id, () -> number, typed, Draft.ofForm(id));
        } catch (EntityExistsException faster) {
            throw new ChangedMeanwhile();
        }
    }

    private Optional<Draft> lockMine(Actor actor, DraftId id) {
        return drafts.lock(id).filter(each -> each.owner().equals(actor.id())).filter(this::isGenuine);
    }

    private DraftId begin(
            Actor actor, DraftId id, Supplier<CaseNumber> number, Map<String, List<String>> typed, String next) {
        user.requireChangesAllowed();
        if (drafts.of(actor.id()).size() >= Draft.MOST) {
            throw new RuleViolation("draft.too-many", Draft.MOST);
        }
        RowKey key = vault.createFor(Draft.TABLE, id.value());
        drafts.add(Draft.begin(id, actor.id(), number.get(), key).keep(typed, next, clock.instant(), key, macs));
        log.changed(BEGINNING);
        return id;
    }

    /**
     * A draft of this person, opened.
     *
     * @throws NotFound if there is none, it is somebody else's, of a form of a case that they may not read now, or somebody changed it past the application
     */
    public Draft read(DraftId id) {
        return opened(id, drafts.byId(id)).draft();
    }

    /**
     * Keeps what this person typed into their draft.
     *
     * @param change adds it to what the draft said before
     * @param next where they go on
     * @throws NotFound as above
     */
    public void keep(DraftId id, UnaryOperator<Map<String, List<String>>> change, String next) {
        keep(opened(id, drafts.lock(id)), change, next);
    }

    private void keep(Opened stored, UnaryOperator<Map<String, List<String>>> change, String next) {
        user.requireChangesAllowed();
        Draft draft = stored.draft();
        draft.keep(change.apply(draft.typed()), next, clock.instant(), stored.key(), macs);
        drafts.save(draft);
        log.changed(Access.of(AccessAction.CHANGE, AccessGroup.DRAFT));
    }

    /**
     * Takes a draft in the transaction in which it is sent: it is gone with its key when that commits.
     *
     * @throws NotFound as above
     */
    public Draft take(DraftId id) {
        user.requireChangesAllowed();
        Draft draft = opened(id, drafts.lock(id)).draft();
        drafts.forget(id);
        log.changed(Access.of(AccessAction.CHANGE, AccessGroup.DRAFT));
        return draft;
    }

    /** What this person typed into a form was carried out: their draft of it is gone with its key. Nothing happens if it is gone, somebody else's, or an intake. */
    public void sent(DraftId id) {
        drafts.byId(id)
                .filter(Draft::isForm)
                .filter(each -> each.owner().equals(user.actor().id()))
                .filter(this::isGenuine)
                .ifPresent(each -> {
                    drafts.forget(id);
                    log.changed(Access.of(AccessAction.CHANGE, AccessGroup.DRAFT));
                });
    }

    /**
     * Gives a draft up: it is gone with its key. Its number is given to nobody.
     *
     * @throws NotFound as above
     */
    public void giveUp(DraftId id) {
        own(id, drafts.lock(id));
        drafts.forget(id);
        log.changed(Access.of(AccessAction.ERASE, AccessGroup.DRAFT));
    }

    /** A draft of this person as lists name it. */
    public DraftLine line(DraftId id) {
        Draft draft = own(id, drafts.byId(id));
        log.record(LISTING);
        return line(draft, "", readable(List.of(draft)));
    }

    /** What this person has begun, what they changed last first. */
    public List<DraftLine> mine() {
        UserId me = user.actor().id();
        List<Draft> own = user.actor().is(Role.CASEWORKER) ? genuine(drafts.of(me)) : List.of();
        if (own.isEmpty()) {
            return List.of();
        }
        log.record(LISTING);
        Set<CaseNumber> readable = readable(own);
        return own.stream().map(each -> line(each, "", readable)).toList();
    }

    /** What this person has typed into forms of cases that they may read now, for the list that tells them apart: one entry of the log names these cases. */
    public Map<DraftId, Map<String, List<String>>> forms() {
        List<Draft> own = drafts.of(requireCaseworker(LISTING).id()).stream()
                .filter(each -> each.isForm() && isGenuine(each))
                .toList();
        Set<CaseNumber> readable = readable(own);
        if (readable.isEmpty()) {
            return Map.of();
        }
        Receipt receipt = log.record(LISTING.on(readable));
        Map<DraftId, Map<String, List<String>>> typed = new HashMap<>();
        own.stream()
                .filter(each -> readable.contains(each.number()))
                .flatMap(each -> opened(each, receipt).stream())
                .forEach(each -> typed.put(each.draft().id(), each.draft().typed()));
        return typed;
    }

    /** What caseworkers of this supervisor's team have not touched for three days, the oldest first. */
    public List<DraftLine> waiting() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        List<Draft> waiting =
                ofTeam(team.get(), genuine(drafts.untouchedSince(clock.instant().minus(Draft.WAITS))));
        if (waiting.isEmpty()) {
            return List.of();
        }
        log.record(LISTING);
        Map<UserId, String> handles =
                staff.handles(waiting.stream().map(Draft::owner).collect(Collectors.toSet()));
        return waiting.stream()
                .map(each -> line(each, Objects.requireNonNull(handles.get(each.owner()))))
                .toList();
    }

    /** What somebody of this supervisor's team has begun, the oldest first. */
    public List<DraftLine> of(UserId owner) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        List<Draft> theirs = team.isEmpty() ? List.of() : ofTeam(team.get(), genuine(drafts.of(owner)));
        if (theirs.isEmpty()) {
            return List.of();
        }
        log.record(LISTING);
        String handle = staff.handle(owner);
        return theirs.reversed().stream().map(each -> line(each, handle)).toList();
    }

    /**
     * A draft of somebody of this supervisor's team, as lists name it; not only one that waits: its owner may be ill since today.
     *
     * @throws NotFound if there is none; the refusal is recorded
     */
    public DraftLine ofTeam(DraftId id) {
        Draft draft = ofTeam(id, drafts.byId(id));
        log.record(LISTING);
        return line(draft, staff.handle(draft.owner()));
    }

    /** To whom this supervisor may hand it. */
    public List<StaffMember> others(DraftId id) {
        return others(ofTeam(id, drafts.byId(id)));
    }

    private List<StaffMember> others(Draft draft) {
        return staff.caseworkers(user.actor().supervisedTeam().orElseThrow()).stream()
                .filter(each -> !each.id().equals(draft.owner()))
                .toList();
    }

    /**
     * Hands a draft to another caseworker of the team. Who had it reads it no more. Nothing of it is opened.
     *
     * @throws NotFound if it is of nobody in this supervisor's team; the refusal is recorded
     * @throws RuleViolation if the other is none of the team's caseworkers, or has as many as one may have
     */
    public void handOver(DraftId id, UserId to) {
        user.requireChangesAllowed();
        Draft draft = ofTeam(id, drafts.lock(id));
        if (others(draft).stream().noneMatch(each -> each.id().equals(to))) {
            throw RuleViolation.at("caseworker", "draft.not-of-the-team");
        } else if (drafts.of(to).size() >= Draft.MOST) {
            throw RuleViolation.at("caseworker", TOO_MANY, Draft.MOST);
        }
        draft.handTo(to, macs);
        drafts.save(draft);
        log.changed(HANDING_OVER);
    }

    private Draft ofTeam(DraftId id, Optional<Draft> stored) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        return stored.filter(each -> each.id().equals(id))
                .filter(this::isGenuine)
                .filter(each ->
                        team.isPresent() && !ofTeam(team.get(), List.of(each)).isEmpty())
                .orElseThrow(() -> log.notFound(HANDING_OVER));
    }

    /** A draft with the key that lies in it. */
    private record Opened(Draft draft, RowKey key) {}

    private Opened opened(DraftId id, Optional<Draft> stored) {
        Draft draft = own(id, stored);
        return opened(draft, toOpen(draft)).orElseThrow(NotFound::new);
    }

    /** Empty if somebody changed it past the application. */
    private Optional<Opened> opened(Draft draft, Receipt receipt) {
        try {
            RowKey key = vault.rowKey(Draft.TABLE, draft.id().value(), draft.kekVersion(), draft.wrapped(), receipt);
            return Optional.of(new Opened(draft.open(key), key));
        } catch (WillNotOpen changed) {
            tell();
            return Optional.empty();
        }
    }

    /** A form of a case, which may say what stands in the record, is opened to nobody who may not read that case now. */
    private Receipt toOpen(Draft draft) {
        Access opening = draft.isForm() ? OPENING.on(draft.number()) : OPENING;
        log.require(!draft.isForm() || !readable(List.of(draft)).isEmpty(), opening);
        return log.record(opening);
    }

    private Draft own(DraftId id, Optional<Draft> stored) {
        Actor actor = requireCaseworker(OPENING);
        return stored.filter(each -> each.id().equals(id) && each.owner().equals(actor.id()))
                .filter(this::isGenuine)
                .orElseThrow(() -> log.notFound(OPENING));
    }

    private List<Draft> genuine(List<Draft> stored) {
        return stored.stream().filter(this::isGenuine).toList();
    }

    private boolean isGenuine(Draft draft) {
        boolean genuine = draft.isGenuine(macs);
        if (!genuine) {
            tell();
        }
        return genuine;
    }

    /** Of which cases forms may be opened by this person, of those of which there are any. */
    private Set<CaseNumber> readable(Collection<Draft> some) {
        List<CaseNumber> ofForms = some.stream()
                .filter(Draft::isForm)
                .map(Draft::number)
                .distinct()
                .toList();
        return Set.copyOf(access.readable(ofForms, each -> each));
    }

    /**
     * Those of somebody who belongs to the team by a row that the application wrote; forms only of cases that the supervisor may read: a case that went to another
     * team is named to nobody of this one.
     */
    private List<Draft> ofTeam(TeamId team, Collection<Draft> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        Set<UserId> people = staff.ofTeam(team).stream().map(StaffMember::id).collect(Collectors.toSet());
        List<Draft> theirs =
                some.stream().filter(each -> people.contains(each.owner())).toList();
        Set<CaseNumber> readable = readable(theirs);
        return theirs.stream()
                .filter(each -> !each.isForm() || readable.contains(each.number()))
                .toList();
    }

    private Actor requireCaseworker(Access attempted) {
        log.require(user.actor().is(Role.CASEWORKER), attempted);
        return user.actor();
    }

    private void tell() {
        foreign.fire(new ForeignRow(ForeignRow.Kind.DRAFT, user.actor().id(), Optional.empty()));
    }

    private static DraftLine line(Draft draft, String owner) {
        return line(draft, owner, Set.of(draft.number()));
    }

    private static DraftLine line(Draft draft, String owner, Set<CaseNumber> readable) {
        boolean waits = draft.isForm() && !readable.contains(draft.number());
        return new DraftLine(
                draft.id(), draft.number(), draft.address(), draft.changedAt(), draft.owner(), owner, waits);
    }
}
