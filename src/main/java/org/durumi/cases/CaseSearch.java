package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.CaseKey;

/** Finds and reads the cases that a person may see. */
@ApplicationScoped
@Transactional
public class CaseSearch {
    @Inject
    Cases cases;

    @Inject
    Journeys journeys;

    @Inject
    CaseAccess access;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    RareRows rare;

    /**
     * One page of the cases that pass the filter, with what their caseworkers call them, and whether there are more. Empty for
     * somebody who sees no case.
     */
    public CasePage list(CaseFilter filter) {
        Actor actor = user.actor();
        CaseFilter allowed;
        if (actor.supervisedTeam().isPresent()) {
            allowed = filter.ofTeam(actor.supervisedTeam().get());
        } else if (actor.is(Role.CASEWORKER)) {
            allowed = filter.ofCaseworker(actor.id());
        } else {
            return new CasePage(List.of(), false);
        }
        List<Object[]> rows = cases.list(allowed, actor.id(), CaseFilter.PAGE + 1);
        access.knows(rows.stream()
                .map(row -> ((CaseFile) row[0]).guarded(Optional.ofNullable((Assignment) row[1])))
                .toList());
        PageOf<CaseFile> found =
                PageOf.of(rows.stream().map(row -> (CaseFile) row[0]).toList(), CaseFilter.PAGE);
        List<CaseFile> shown = access.readable(found.rows(), CaseFile::number);
        Map<CaseId, CaseNumber> labelled =
                shown.stream().filter(CaseFile::isLabelled).collect(Collectors.toMap(CaseFile::id, CaseFile::number));
        Map<CaseId, NamedKey> keys =
                access.toList(shown.stream().map(CaseFile::number).toList(), labelled, AccessGroup.CASE);
        shown.forEach(file -> Optional.ofNullable(keys.get(file.id())).ifPresent(file::openedWith));
        return new CasePage(lines(shown), found.more());
    }

    /**
     * The cases of this person, open and closed ones, whose number ends so: none, one, or two of several. If it is one, that
     * is recorded, for the person then knows that they have it.
     *
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written
     */
    public List<CaseNumber> ending(CaseNumberEnd end) {
        Actor actor = requireReader(AccessAction.LIST);
        List<CaseNumber> found = access.readable(cases.ending(end, actor.supervisedTeam(), 2), each -> each);
        if (found.size() == 1) {
            access.toList(found, AccessGroup.CASE);
        }
        return found;
    }

    /** The countries in which open cases of this person stand. */
    public List<CountryCode> countries() {
        requireReader(AccessAction.LIST);
        return cases.countries().stream().map(CountryCode::new).toList();
    }

    /**
     * The cases that this person sees, open and closed ones, those that changed last first. Records nothing: the caller records
     * what it does with them.
     *
     * @throws NotFound if the person sees no cases at all; the refusal is recorded
     */
    public Map<CaseId, CaseNumber> mine(int most) {
        Actor actor = requireReader(AccessAction.SEARCH);
        List<GuardedCase> found = cases.guardedOf(actor.id(), actor.supervisedTeam(), most);
        access.knows(found);
        Map<CaseId, CaseNumber> mine = new LinkedHashMap<>();
        access.readable(found, GuardedCase::number).forEach(each -> mine.put(each.id(), each.number()));
        return mine;
    }

    /** Only a caseworker or a supervisor sees cases. */
    private Actor requireReader(AccessAction action) {
        Actor actor = user.actor();
        log.require(actor.worksWithCases(), Access.of(action, AccessGroup.CASE));
        return actor;
    }

    /** In which of these cases this person stands in for somebody: the handle of that one. Records nothing. */
    public Map<CaseNumber, String> insteadOf(Collection<CaseNumber> some) {
        Map<CaseNumber, UserId> absent = new HashMap<>();
        some.forEach(each -> access.insteadOf(each).ifPresent(who -> absent.put(each, who)));
        if (absent.isEmpty()) {
            return Map.of();
        }
        Map<UserId, String> handles = staff.handles(absent.values());
        return absent.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Objects.requireNonNull(handles.get(each.getValue()))));
    }

    /** Those of the cases that this person may read. Records nothing. */
    public Set<CaseNumber> readable(Set<CaseNumber> numbers) {
        return Set.copyOf(access.readable(List.copyOf(numbers), each -> each));
    }

    /** Those of the cases that this person may read, with their numbers. Records nothing: the caller records what it shows. */
    public Map<CaseId, CaseNumber> readable(Collection<CaseId> some) {
        List<GuardedCase> found = some.isEmpty()
                ? List.of()
                : cases.guardedIds(
                        some.stream().map(CaseId::value).distinct().toList(),
                        user.actor().id());
        access.knows(found);
        return access.readable(found, GuardedCase::number).stream()
                .collect(Collectors.toMap(GuardedCase::id, GuardedCase::number));
    }

    /**
     * Everything about a case but what other features know. Records the groups that the whole page will show. The texts of
     * the journeys are opened only for who shows the journeys.
     */
    public CaseView view(CaseNumber number, AccessGroup... shown) {
        return viewOf(access.toRead(number, shown), shown);
    }

    /** The same for somebody who gives it out of the house, as a PDF for instance: recorded as an export. */
    public CaseView export(CaseNumber number, AccessGroup... shown) {
        return viewOf(access.toExport(number, shown), shown);
    }

    private CaseView viewOf(CaseFile file, AccessGroup... shown) {
        rare.reads(file.id().value());
        List<Assignment> assignments = cases.assignments(file.id()).stream()
                .filter(each -> each.isGenuine(macs))
                .toList();
        List<StageEntry> entries = journeys.entries(file.id());
        List<Participant> people = journeys.everyone(file);
        if (List.of(shown).contains(AccessGroup.JOURNEY)) {
            entries = file.key(AccessGroup.JOURNEY).opened(entries);
        }
        if (List.of(shown).contains(AccessGroup.PARTICIPANT)) {
            CaseKey key = file.key(AccessGroup.PARTICIPANT);
            people.forEach(each -> each.open(key));
        }
        Set<UserId> involved = new HashSet<>();
        assignments.forEach(each -> involved.add(each.caseworker()));
        for (StageEntry entry : entries) {
            involved.add(entry.recorded().by());
            entry.decided().map(Signed::by).ifPresent(involved::add);
            entry.struck().map(Signed::by).ifPresent(involved::add);
        }
        return CaseView.of(file, people, entries, assignments, staff.handles(involved));
    }

    private boolean isChangedOutside(CaseFile file) {
        boolean changed = !file.isGenuine(macs);
        if (changed) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.ENTRY, user.actor().id(), Optional.of(file.number())));
        }
        return changed;
    }

    private List<CaseLine> lines(List<CaseFile> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<CaseId, List<String>> caseworkers = new HashMap<>();
        for (Object[] row :
                cases.caseworkers(shown.stream().map(file -> file.id().value()).toList())) {
            Assignment assignment = (Assignment) row[0];
            if (assignment.isGenuine(macs)) {
                // For somebody whom nobody has met, the subject itself.
                String handle = row[1] instanceof String known
                        ? known
                        : assignment.caseworker().value();
                caseworkers
                        .computeIfAbsent(assignment.caseId(), any -> new ArrayList<>())
                        .add(handle);
            }
        }
        Map<CaseNumber, String> insteadOf =
                insteadOf(shown.stream().map(CaseFile::number).toList());
        return shown.stream()
                .map(file -> new CaseLine(
                        file,
                        caseworkers.getOrDefault(file.id(), List.of()),
                        Optional.ofNullable(insteadOf.get(file.number())),
                        isChangedOutside(file)))
                .toList();
    }
}
