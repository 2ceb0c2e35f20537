package org.durumi.drafts;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.Receipt;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseService;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.RowKey;
import org.durumi.vault.Vault;
import org.durumi.vault.WillNotOpen;

/**
 * Keeps what a caseworker types at intake, or into a long form of a case, until they send it or give it up. Only its owner reads it. No entry of the log names the number of an intake: it is no case yet.
 */
@ApplicationScoped
@Transactional
public class DraftService {
    /** What is said of a form that comes from a draft that is not this person's any more. */
    public static final String GONE = "draft.gone";

    private static final Access BEGINNING = Access.of(AccessAction.CREATE, AccessGroup.DRAFT);
    private static final Access OPENING = Access.of(AccessAction.OPEN, AccessGroup.DRAFT);
    private static final Access LISTING = Access.of(AccessAction.LIST, AccessGroup.DRAFT);

    @Inject
    Drafts drafts;

    @Inject
    CaseService cases;

    @Inject
    CaseAccess access;

    @Inject
    Vault vault;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    RealDrafts real;

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
        Optional<Draft> before = from.flatMap(this::lockMine);
        if (from.isPresent() && before.isEmpty()) {
            throw new RuleViolation(GONE);
        }
        Optional<Draft> same = before.filter(each -> each.isFormOf(number)).or(() -> lockMine(own));
        if (same.filter(each -> each.isFormOf(number)).isPresent()) {
            keep(opened(same.get()), any -> typed, same.get().address());
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

    private Optional<Draft> lockMine(DraftId id) {
        return drafts.lock(id).filter(this::isMine);
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
        drafts.byId(id).filter(Draft::isForm).filter(this::isMine).ifPresent(each -> {
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
        return DraftLine.of(draft, "", real.readable(List.of(draft)));
    }

    /** Whether a draft is of a form, and this person's. */
    public boolean isMine(DraftId id) {
        return drafts.byId(id).filter(Draft::isForm).filter(this::isMine).isPresent();
    }

    private boolean isMine(Draft draft) {
        return draft.owner().equals(user.actor().id()) && real.isGenuine(draft);
    }

    /**
     * What this person has begun, what they changed last first. Forms of cases that they may read now are opened, so that the list tells them apart: one entry of the log
     * names these cases.
     */
    public List<MyDraft> mine() {
        UserId me = user.actor().id();
        List<Draft> own = user.actor().is(Role.CASEWORKER) ? real.genuine(drafts.of(me)) : List.of();
        if (own.isEmpty()) {
            return List.of();
        }
        Set<CaseNumber> readable = real.readable(own);
        Receipt receipt = log.record(LISTING.on(readable));
        return own.stream()
                .map(each -> new MyDraft(
                        DraftLine.of(each, "", readable),
                        each.isForm() && readable.contains(each.number())
                                ? opened(each, receipt)
                                        .map(open -> open.draft().typed())
                                        .orElse(Map.of())
                                : Map.of()))
                .toList();
    }

    /** A draft with the key that lies in it. */
    private record Opened(Draft draft, RowKey key) {}

    private Opened opened(DraftId id, Optional<Draft> stored) {
        return opened(own(id, stored));
    }

    private Opened opened(Draft draft) {
        return opened(draft, toOpen(draft)).orElseThrow(NotFound::new);
    }

    /** Empty if somebody changed it past the application. */
    private Optional<Opened> opened(Draft draft, Receipt receipt) {
        try {
            RowKey key = vault.rowKey(Draft.TABLE, draft.id().value(), draft.kekVersion(), draft.wrapped(), receipt);
            return Optional.of(new Opened(draft.open(key), key));
        } catch (WillNotOpen changed) {
            real.tell();
            return Optional.empty();
        }
    }

    /** A form of a case, which may say what stands in the record, is opened to nobody who may not read that case now. */
    private Receipt toOpen(Draft draft) {
        Access opening = draft.isForm() ? OPENING.on(draft.number()) : OPENING;
        log.require(!draft.isForm() || !real.readable(List.of(draft)).isEmpty(), opening);
        return log.record(opening);
    }

    private Draft own(DraftId id, Optional<Draft> stored) {
        Actor actor = requireCaseworker(OPENING);
        return stored.filter(each -> each.id().equals(id) && each.owner().equals(actor.id()))
                .filter(real::isGenuine)
                .orElseThrow(() -> log.notFound(OPENING));
    }

    private Actor requireCaseworker(Access attempted) {
        log.require(user.actor().is(Role.CASEWORKER), attempted);
        return user.actor();
    }
}
