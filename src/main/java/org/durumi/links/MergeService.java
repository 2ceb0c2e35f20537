package org.durumi.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseReopened;
import org.durumi.cases.CaseRights.Right;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.Changes;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.Consents;
import org.durumi.cases.DuplicateCases;
import org.durumi.cases.ErasureRequested;
import org.durumi.cases.ErasureService;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.links.Merge.Changed;
import org.durumi.links.Merge.Kept;
import org.durumi.links.Merge.KeptFact;
import org.durumi.links.Merge.Same;
import org.durumi.links.Merge.Words;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;

/**
 * Closes a case as a duplicate of another one of the same team, and undoes that. No row moves: the closed case stays readable,
 * and what is taken over from it becomes a change of the other.
 */
@ApplicationScoped
@Transactional
public class MergeService {
    private static final AccessGroup[] OPENED = {
        AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.LINK
    };

    @Inject
    Merges merges;

    @Inject
    Links links;

    @Inject
    DuplicateCases duplicates;

    @Inject
    CaseAccess access;

    @Inject
    CaseSearch search;

    @Inject
    Participants participants;

    @Inject
    ConsentService consents;

    @Inject
    ErasureService erasures;

    @Inject
    Event<MergeRequested> requested;

    @Inject
    Changes changes;

    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    /**
     * What somebody sees before two cases become one.
     *
     * @param sure who of the closing case the link says is who; empty if it does not say
     */
    public record Plan(
            CaseFile closing,
            List<Participant> people,
            CaseFile staying,
            List<Participant> others,
            Map<ParticipantId, ParticipantId> sure) {}

    private record Both(CaseFile closing, CaseFile staying) {}

    /**
     * What stands in both cases of a link, for a supervisor of both; empty if they cannot be merged.
     *
     * @throws NotFound if there is no such case or link, or this person may not decide in it
     */
    public Optional<Plan> plan(CaseNumber number, EntryId id) {
        CaseFile closing = access.toRead(number, OPENED);
        Link link = link(closing, id);
        Optional<CaseNumber> other = mergeable(link, closing);
        if (other.isEmpty() || !closing.rights().allows(Right.DECIDE) || !closing.isOpen()) {
            return Optional.empty();
        }
        CaseFile staying = access.toRead(other.get(), OPENED);
        return Optional.of(staying)
                .filter(CaseFile::isOpen)
                .map(each -> new Plan(
                        closing,
                        participants.known(closing),
                        each,
                        participants.known(each),
                        sure(link, closing, each)));
    }

    private static Map<ParticipantId, ParticipantId> sure(Link link, CaseFile closing, CaseFile staying) {
        return link.participant(closing.id())
                .flatMap(mine -> link.participant(staying.id()).map(theirs -> Map.of(mine, theirs)))
                .orElse(Map.of());
    }

    /** The number of the case that would stay; empty if nothing can be merged by this link. */
    private Optional<CaseNumber> mergeable(Link link, CaseFile closing) {
        return link.state() == LinkState.STANDS && link.isOfOneTeam() && mayMerge(link.kind())
                ? Optional.ofNullable(
                        search.readable(List.of(link.other(closing.id()).orElseThrow()))
                                .get(link.other(closing.id()).orElseThrow()))
                : Optional.empty();
    }

    private static boolean mayMerge(LinkKind kind) {
        return kind == LinkKind.DUPLICATE_OF || kind == LinkKind.SAME_PERSON;
    }

    /** Whether a line of an opened case offers its reader to close the case as a duplicate of the other. */
    public static boolean offers(CaseFile file, LinkLine line) {
        return line.stands()
                && line.number().isPresent()
                && line.link().isOfOneTeam()
                && mayMerge(line.link().kind())
                && file.isOpen()
                && file.rights().allows(Right.DECIDE);
    }

    private Link link(CaseFile file, EntryId id) {
        Link link =
                links.link(file.id(), id).filter(each -> each.isGenuine(macs)).orElseThrow(NotFound::new);
        link.open(vault.organisation());
        return link;
    }

    /**
     * Closes a case as a duplicate of the other one of a link.
     *
     * @param number of the case that is closed
     * @throws RuleViolation if they cannot be merged; if somebody is not said to be anybody in the staying case; if somebody is
     *     in danger and does not stand at the same stage there, or their risk is not reckoned as high there; or if they permit less
     *     here than there
     */
    public void merge(CaseNumber number, EntryId id, NewMerge wanted) {
        CaseFile seen = access.toRead(number, OPENED);
        Link wished = link(seen, id);
        CaseNumber other = mergeable(wished, seen).orElseThrow(() -> new RuleViolation("merge.not-possible"));
        Both both = open(seen, wished.other(seen.id()).orElseThrow(), other);
        // Somebody may have ended the link before both cases were locked.
        Link link = link(both.closing(), id);
        if (mergeable(link, both.closing()).isEmpty()
                || !both.closing().isOpen()
                || !both.staying().isOpen()) {
            throw new RuleViolation("merge.not-possible");
        }
        if (erasures.standing(both.closing()).isPresent()
                || erasures.standing(both.staying()).isPresent()) {
            throw new RuleViolation("merge.erasure");
        }
        List<Participant> people = participants.known(both.closing());
        Map<ParticipantId, Participant> others = byId(participants.known(both.staying()));
        Map<ParticipantId, Participant> counterparts = counterparts(people, others, wanted);
        requireSafe(both, people, counterparts);
        requireNoLost(both, people, counterparts);
        Words words = change(both, people, counterparts, wanted);
        Link.Hand hand = hand();
        merges.add(Merge.of(link.id(), both.closing().id(), both.staying().id(), words, hand));
        duplicates.close(both.closing(), wanted.why(), hand.signed());
        changes.recorded(
                both.staying(),
                AccessAction.CHANGE,
                List.of(AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.LINK));
    }

    private Both open(CaseFile closing, CaseId staying, CaseNumber number) {
        Map<CaseId, CaseFile> opened = access.toDecide(Map.of(closing.id(), closing.number(), staying, number), OPENED);
        return new Both(Objects.requireNonNull(opened.get(closing.id())), Objects.requireNonNull(opened.get(staying)));
    }

    private static Map<ParticipantId, Participant> byId(List<Participant> people) {
        return people.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
    }

    private static Map<ParticipantId, Participant> counterparts(
            List<Participant> people, Map<ParticipantId, Participant> others, NewMerge wanted) {
        Map<ParticipantId, Participant> counterparts = new HashMap<>();
        for (Participant each : people) {
            Participant other = Optional.ofNullable(wanted.people().get(each.id()))
                    .flatMap(who -> Optional.ofNullable(others.get(who)))
                    .orElseThrow(() -> new RuleViolation("merge.person.missing", each.label()));
            counterparts.put(each.id(), other);
        }
        if (new HashSet<>(counterparts.values()).size() < people.size()) {
            throw new RuleViolation("merge.person.twice");
        }
        return counterparts;
    }

    private void requireSafe(Both both, List<Participant> people, Map<ParticipantId, Participant> counterparts) {
        duplicates.waiting(both.closing(), people).stream().findFirst().ifPresent(each -> {
            throw new RuleViolation("merge.waiting", each.label());
        });
        for (Participant each : duplicates.inDanger(both.closing(), people)) {
            Participant other = Objects.requireNonNull(counterparts.get(each.id()));
            if (other.isChangedOutside() || other.stage() != each.stage()) {
                throw new RuleViolation("merge.in-danger", each.label(), each.stage(), other.label(), other.stage());
            }
        }
        MergeRequested request = new MergeRequested(
                both.closing(),
                both.staying(),
                people.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), each -> Objects.requireNonNull(counterparts.get(each.id())))));
        requested.fire(request);
        request.requirePermission();
    }

    /** A «no», a withdrawal or a wish to withhold something is not forgotten because the other case does not know of it. */
    private void requireNoLost(Both both, List<Participant> people, Map<ParticipantId, Participant> counterparts) {
        Consents here = consents.of(search.view(both.closing().number(), AccessGroup.CONSENT));
        Consents there = consents.of(search.view(both.staying().number(), AccessGroup.CONSENT));
        for (Participant each : people) {
            Participant other = Objects.requireNonNull(counterparts.get(each.id()));
            for (ConsentPurpose purpose : ConsentPurpose.values()) {
                if (here.of(each.id())
                        .permit(purpose)
                        .isLostIn(there.of(other.id()).permit(purpose))) {
                    throw new RuleViolation("merge.consent", each.label(), purpose, other.label());
                }
            }
        }
    }

    private Words change(
            Both both, List<Participant> people, Map<ParticipantId, Participant> counterparts, NewMerge wanted) {
        CaseDescription before = both.staying().description();
        CaseDescription after = before;
        for (CaseFact each : wanted.ofTheCase()) {
            after = each.take(after, both.closing().description());
        }
        duplicates.describe(both.staying(), after);
        List<Same> same = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Participant each : people) {
            Participant other = Objects.requireNonNull(counterparts.get(each.id()));
            same.add(new Same(each.id(), other.id()));
            NewParticipant known = other.known();
            NewParticipant taken = known;
            for (PersonFact fact : wanted.ofPeople().getOrDefault(other.id(), Set.of())) {
                taken = fact.take(taken, each.known());
            }
            if (!taken.equals(known)) {
                changed.add(new Changed(other.id(), known, taken));
                duplicates.change(both.staying(), other, taken);
            }
        }
        return new Words(same, before, after, changed);
    }

    /**
     * Undoes that a case was closed as a duplicate: it is open again, and what was taken over goes back, unless somebody has
     * changed it since.
     *
     * @param number of the case that was closed
     * @throws RuleViolation if it is no duplicate, or 30 days have passed
     */
    public void undo(CaseNumber number) {
        CaseFile seen = access.toRead(number, OPENED);
        CaseId staying = standing(seen).map(Merge::stayingCase).orElseThrow(() -> new RuleViolation("merge.none"));
        CaseNumber other = Optional.ofNullable(search.readable(List.of(staying)).get(staying))
                .orElseThrow(NotFound::new);
        Both both = open(seen, staying, other);
        // Somebody may have undone it, or opened the case again, before both were locked.
        Merge merge = standing(both.closing()).orElseThrow(() -> new RuleViolation("merge.none"));
        merge.requireUndoable(clock.instant());
        Link.Hand hand = hand();
        merge.undo(back(both.staying(), merge.words()), hand);
        merges.save(merge);
        duplicates.reopen(both.closing(), hand.signed());
        changes.recorded(
                both.staying(),
                AccessAction.CHANGE,
                List.of(AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.LINK));
    }

    /** Who opens the closed case again by itself ends the merge, whenever that is: it may be merged again. */
    void onReopened(@Observes CaseReopened reopened) {
        standing(reopened.file()).ifPresent(merge -> {
            merge.reopen(reopened.reopened(), macs);
            merges.save(merge);
            log.changed(Access.of(AccessAction.CHANGE, AccessGroup.LINK)
                    .on(search.readable(List.of(merge.stayingCase())).values()));
        });
    }

    /** What was closed as a duplicate names the case that stays: as long as that holds, it is not erased. */
    void onErasure(@Observes ErasureRequested erasure) {
        CaseFile file = erasure.file();
        if (merges.standingInto(file.id()).stream().anyMatch(each -> isGenuine(each, file))) {
            throw new RuleViolation("merge.not-erased");
        }
    }

    private Kept back(CaseFile staying, Words words) {
        List<CaseFact> ofTheCase = new ArrayList<>();
        CaseDescription now = staying.description();
        for (CaseFact each : CaseFact.values()) {
            if (each.of(words.before()).equals(each.of(words.after()))) {
                continue;
            }
            if (each.of(now).equals(each.of(words.after()))) {
                now = each.take(now, words.before());
            } else {
                ofTheCase.add(each);
            }
        }
        duplicates.describe(staying, now);
        List<KeptFact> ofPeople = new ArrayList<>();
        Map<ParticipantId, Participant> people = byId(participants.known(staying));
        for (Changed each : words.changed()) {
            Optional.ofNullable(people.get(each.who()))
                    .ifPresent(who -> duplicates.change(staying, who, back(who, each, ofPeople)));
        }
        return new Kept(ofTheCase, ofPeople);
    }

    private static NewParticipant back(Participant who, Changed changed, List<KeptFact> kept) {
        NewParticipant now = who.known();
        for (PersonFact each : PersonFact.values()) {
            if (each.of(changed.before()).equals(each.of(changed.after()))) {
                continue;
            }
            if (each.of(now).equals(each.of(changed.after()))) {
                now = each.take(now, changed.before());
            } else {
                kept.add(new KeptFact(who.label(), each));
            }
        }
        return now;
    }

    /** The merges of an opened case, the newest first. Records the cases of which it shows the number. */
    public List<MergeLine> of(CaseFile file) {
        List<Merge> all = merges.of(file.id()).stream()
                .filter(each -> isGenuine(each, file))
                .toList();
        all.forEach(each -> each.open(vault.organisation()));
        return lines(file, all);
    }

    /** Of which case an opened one is a duplicate; empty if it is none. */
    public Optional<MergeLine> duplicate(CaseFile file) {
        return lines(file, standing(file).stream().toList()).stream().findFirst();
    }

    private List<MergeLine> lines(CaseFile file, List<Merge> some) {
        Map<CaseId, CaseNumber> readable =
                search.readable(some.stream().map(each -> each.other(file.id())).toList());
        if (!readable.isEmpty()) {
            access.toList(readable.values(), AccessGroup.CASE);
        }
        return some.stream()
                .map(each -> new MergeLine(
                        each,
                        each.closedCase().equals(file.id()),
                        Optional.ofNullable(readable.get(each.other(file.id()))),
                        each.stands()
                                && file.rights().allows(Right.DECIDE)
                                && !clock.instant().isAfter(each.undoableUntil())))
                .toList();
    }

    private Optional<Merge> standing(CaseFile file) {
        Optional<Merge> merge = merges.standing(file.id()).filter(each -> isGenuine(each, file));
        merge.ifPresent(each -> each.open(vault.organisation()));
        return merge;
    }

    private boolean isGenuine(Merge merge, CaseFile file) {
        boolean genuine = merge.isGenuine(macs);
        if (!genuine) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.LINK, user.actor().id(), Optional.of(file.number())));
        }
        return genuine;
    }

    private Link.Hand hand() {
        return new Link.Hand(user.actor().signed(clock.instant()), vault.organisation(), macs);
    }
}
