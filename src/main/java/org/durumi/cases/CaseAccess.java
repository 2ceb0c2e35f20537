package org.durumi.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.Receipt;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Vault;

/**
 * The only door to a case file: asks whether this person may, commits the entry of the access, and only then opens.
 *
 * <p>The entry is committed on a connection of another pool, whose holders wait for nobody: so a request never holds one
 * connection of the application's pool while it waits for a second.
 */
@RequestScoped
public class CaseAccess {
    /** Reads what an assessment is reckoned from. */
    private static final Actor RISK = Actor.system("risk");

    /** Copies what goes into another case. */
    private static final Actor SPLIT = Actor.system("split");

    private final Map<CaseNumber, Opened> opened = new HashMap<>();
    private final Map<Asked, CaseRights> rights = new HashMap<>();
    private final Map<CaseId, CaseKey> keys = new HashMap<>();
    private final Map<CaseId, CaseKey> assessed = new HashMap<>();

    @Inject
    Cases cases;

    @Inject
    CaseGuard guard;

    @Inject
    Macs macs;

    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    @Inject
    CurrentUser user;

    @Inject
    RareRows rare;

    /** The proof of the access, and the groups of fields that have been recorded so far. */
    private record Opened(Receipt receipt, Set<AccessGroup> shown) {}

    /** Whose rights in which case: where the demo is told, several people act one after the other. */
    private record Asked(UserId who, CaseNumber number) {}

    /**
     * Opens a case to read these groups of fields. In one request, groups that were recorded already are not recorded
     * again.
     *
     * @throws NotFound if there is no such case, or not for this person; the refusal is recorded
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written
     */
    public CaseFile toRead(CaseNumber number, AccessGroup... shown) {
        Optional<CaseFile> fresh = rights.containsKey(asked(number)) ? Optional.empty() : withRights(number);
        record(number, AccessAction.OPEN, CaseRights.Right.READ, shown);
        return read(fresh.or(() -> cases.byNumber(number)));
    }

    /** A case nobody has asked for yet in this request, sealed as it is, and what the door has to know of it: one look for both. */
    private Optional<CaseFile> withRights(CaseNumber number) {
        Optional<Object[]> row = cases.own(number, user.actor().id());
        Optional<CaseFile> file = row.map(each -> (CaseFile) each[0]);
        file.ifPresent(each -> knows(List.of(each.guarded(Optional.ofNullable((Assignment) row.get()[1])))));
        return file;
    }

    /**
     * Opens a case to give it out of the house, as a PDF for instance.
     *
     * @throws NotFound if there is no such case, or not for this person; the refusal is recorded
     */
    public CaseFile toExport(CaseNumber number, AccessGroup... shown) {
        record(number, AccessAction.EXPORT, CaseRights.Right.EXPORT, shown);
        return read(cases.byNumber(number));
    }

    /**
     * Opens a case to give a file of it out of the house.
     *
     * @throws NotFound if there is no such case, or not for this person; the refusal is recorded
     */
    public CaseFile toDownload(CaseNumber number, AccessGroup... shown) {
        record(number, AccessAction.DOWNLOAD, CaseRights.Right.EXPORT, shown);
        return read(cases.byNumber(number));
    }

    /**
     * Opens a case for a caseworker who is assigned to it, to record something, and keeps everybody else from changing it
     * until the transaction ends.
     *
     * @throws NotFound if there is no such case, or this person may not record in it; the refusal is recorded
     * @throws RuleViolation if the case is closed, or nothing may be changed for now
     */
    public CaseFile toChange(CaseNumber number, AccessGroup... shown) {
        return open(number, CaseRights.Right.RECORD, shown);
    }

    /**
     * Opens a case for a supervisor of its team, to decide something, and keeps everybody else from changing it until the
     * transaction ends. The case may be closed.
     *
     * @throws NotFound if there is no such case, or this person may not decide in it; the refusal is recorded
     * @throws RuleViolation if nothing may be changed for now
     */
    public CaseFile toDecide(CaseNumber number, AccessGroup... shown) {
        return open(number, CaseRights.Right.DECIDE, shown);
    }

    /**
     * Opens a case for whoever does something about it that both may: a supervisor of its team, also when it is closed, or a
     * caseworker who is assigned to it.
     *
     * @throws NotFound if there is no such case, or this person may do nothing in it; the refusal is recorded
     * @throws RuleViolation if the case is closed for a caseworker, or nothing may be changed for now
     */
    public CaseFile toAct(CaseNumber number, AccessGroup... shown) {
        return user.actor().is(Role.SUPERVISOR) ? toDecide(number, shown) : toChange(number, shown);
    }

    /**
     * Opens several cases to decide something, locked in the order in which everybody locks several: two who do so at once do not wait for each
     * other. What was read of them before has to be read again.
     */
    public Map<CaseId, CaseFile> toDecide(Map<CaseId, CaseNumber> some, AccessGroup... shown) {
        Map<CaseId, CaseFile> decided = new HashMap<>();
        // The database does not order identifiers by their sign, as Java does.
        some.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().value().toString()))
                .forEach(each -> decided.put(each.getKey(), toDecide(each.getValue(), shown)));
        return decided;
    }

    /** What the door has to know of these cases has been read with them: it is not asked for again. */
    void knows(List<GuardedCase> guarded) {
        guard.rightsIn(guarded).forEach((number, found) -> rights.put(asked(number), found));
    }

    /** Those of the lines whose case this person may read: a list shows no others. Records nothing. */
    public <T> List<T> readable(List<T> lines, Function<T, CaseNumber> number) {
        ask(lines.stream().map(number).collect(Collectors.toSet()));
        return lines.stream()
                .filter(each -> rights(number.apply(each)).holds(CaseRights.Right.READ))
                .toList();
    }

    /** For whom this person stands in in a case; empty if what they may there is their own. Records nothing. */
    Optional<UserId> insteadOf(CaseNumber number) {
        return rights(number).insteadOf();
    }

    /**
     * Records which cases a list is about to show.
     *
     * @throws NotFound if it would show one that this person may not read
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written; then nothing may be shown
     */
    public void toList(Collection<CaseNumber> numbers, AccessGroup... shown) {
        toList(numbers, Map.of(), shown);
    }

    /**
     * Records which cases a list is about to show, and hands out the keys for the texts that it shows.
     *
     * @param withTexts those of the cases of which it shows texts
     * @throws NotFound if it would show one that this person may not read
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written; then nothing may be shown
     */
    public Map<CaseId, NamedKey> toList(
            Collection<CaseNumber> numbers, Map<CaseId, CaseNumber> withTexts, AccessGroup... shown) {
        requireReadable(numbers);
        Receipt receipt = log.record(Access.of(AccessAction.LIST, shown).on(numbers));
        return named(vault.keys(withTexts, receipt), shown);
    }

    /**
     * Records a search in texts of these cases.
     *
     * @param termHash the keyed hash of what is searched for
     * @return their keys
     * @throws NotFound if this person may not read one of them
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written; then nothing may be opened
     */
    public Map<CaseId, NamedKey> toSearch(Map<CaseId, CaseNumber> searched, String termHash, AccessGroup... opened) {
        requireReadable(searched.values());
        Access access = Access.of(AccessAction.SEARCH, opened)
                .on(searched.values().stream()
                        .sorted(Comparator.comparing(CaseNumber::value))
                        .toList())
                .searching(termHash);
        return named(vault.keys(searched, log.record(access)), opened);
    }

    /**
     * Names more groups of a case that is open in this request: what follows from a change may belong to others than the
     * change itself.
     *
     * @throws NotFound if this person may no longer read it; the refusal is recorded
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written
     */
    public void alsoNames(CaseFile file, AccessGroup... more) {
        record(file.number(), AccessAction.OPEN, CaseRights.Right.READ, more);
        unlocked(file);
    }

    /**
     * Opens what the risk of a case is reckoned from, to the system alone: the person who acts is shown nothing of it, so that
     * their entry does not name it. It has an entry of its own, one for each case in a request, before anything is read.
     *
     * @return the key of what is read
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written; then nothing may be read
     */
    public CaseKey toAssess(CaseFile file) {
        if (!assessed.containsKey(file.id())) {
            assessed.put(file.id(), key(file, recordAssessing(List.of(file.number()))));
        }
        return assessed.get(file.id());
    }

    /**
     * Opens what goes from a case into another, to the system alone: who splits a case is shown nothing of it.
     *
     * @return the key of what is copied
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written; then nothing may be read
     */
    CaseKey toCopy(CaseFile file, AccessGroup... copied) {
        return key(
                file, log.recordAs(SPLIT, Access.of(AccessAction.OPEN, copied).on(file.number())));
    }

    /** The same for several cases, with one entry and one look for their keys. */
    void toAssess(List<CaseFile> files) {
        Map<CaseId, CaseNumber> fresh = files.stream()
                .filter(each -> !assessed.containsKey(each.id()))
                .collect(Collectors.toMap(CaseFile::id, CaseFile::number));
        if (!fresh.isEmpty()) {
            assessed.putAll(vault.keys(fresh, recordAssessing(fresh.values())));
        }
    }

    private Receipt recordAssessing(Collection<CaseNumber> numbers) {
        return log.recordAs(
                RISK, Access.of(AccessAction.OPEN, AccessGroup.RISK_FACTS).on(numbers));
    }

    private CaseFile open(CaseNumber number, CaseRights.Right right, AccessGroup... shown) {
        record(number, AccessAction.OPEN, right, shown);
        rare.changes();
        Optional<CaseFile> file = cases.lock(number);
        // Whoever held the case until now may have taken it from this person, or closed it.
        rights.remove(asked(number));
        require(right, Access.of(AccessAction.OPEN, shown).on(number), number);
        return read(file);
    }

    /** A case as it is stored. */
    private CaseFile read(Optional<CaseFile> stored) {
        CaseFile file = stored.orElseThrow(NotFound::new);
        if (!file.isGenuine(macs)) {
            key(file, Objects.requireNonNull(opened.get(file.number())).receipt())
                    .changedOutside(file.id().value());
        }
        return unlocked(file);
    }

    private CaseFile unlocked(CaseFile file) {
        Opened open = Objects.requireNonNull(opened.get(file.number()));
        return file.openedWith(new NamedKey(key(file, open.receipt()), open.shown()))
                .openedFor(rights(file.number()));
    }

    private static Map<CaseId, NamedKey> named(Map<CaseId, CaseKey> keys, AccessGroup... groups) {
        return keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new NamedKey(each.getValue(), Set.of(groups))));
    }

    /** The case's key, looked for once in a request. */
    private CaseKey key(CaseFile file, Receipt receipt) {
        return keys.computeIfAbsent(file.id(), each -> vault.key(each, file.number(), receipt));
    }

    private void require(CaseRights.Right right, Access access, CaseNumber number) {
        if (!rights(number).holds(right)) {
            log.refused(access);
        }
        rights(number).require(right);
    }

    private void requireReadable(Collection<CaseNumber> numbers) {
        if (readable(List.copyOf(numbers), each -> each).size() < numbers.size()) {
            throw new NotFound();
        }
    }

    /** Worked out once for each case in a request, and again under its lock. */
    private CaseRights rights(CaseNumber number) {
        ask(Set.of(number));
        return Objects.requireNonNull(rights.get(asked(number)));
    }

    private void ask(Set<CaseNumber> numbers) {
        List<CaseNumber> unknown = numbers.stream()
                .filter(each -> !rights.containsKey(asked(each)))
                .toList();
        if (!unknown.isEmpty()) {
            guard.rights(unknown).forEach((number, found) -> rights.put(asked(number), found));
        }
    }

    private Asked asked(CaseNumber number) {
        return new Asked(user.actor().id(), number);
    }

    private void record(CaseNumber number, AccessAction action, CaseRights.Right right, AccessGroup... shown) {
        Access access = Access.of(action, shown).on(number);
        require(right, access, number);
        Opened before = opened.get(number);
        boolean recorded =
                action == AccessAction.OPEN && before != null && before.shown().containsAll(List.of(shown));
        if (!recorded) {
            Set<AccessGroup> groups = EnumSet.copyOf(List.of(shown));
            if (before != null) {
                groups.addAll(before.shown());
            }
            opened.put(number, new Opened(log.record(access), groups));
        }
    }
}
