package org.durumi.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRights.Right;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Changes;
import org.durumi.cases.EveryCase;
import org.durumi.cases.EveryCase.Whose;
import org.durumi.cases.GrantService;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.cases.SplitOff;
import org.durumi.cases.TakingOutService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Vault;

/**
 * Links cases with one another. Of the other case somebody who may not read it learns that there is one and, once its side has
 * spoken, whom to ask: no number, and nothing that is in it.
 */
@ApplicationScoped
@Transactional
public class LinkService {
    /** How long the supervisors of two teams who agreed that two people are one may read each other's case. */
    static final Duration COMPARING = Duration.ofDays(14);

    /** So many are suggested at once. */
    private static final int SUGGESTED_AT_ONCE = 20;

    @Inject
    Links links;

    @Inject
    GrantService grants;

    @Inject
    @Any
    Instance<LinkFinder> finders;

    @Inject
    EveryCase everyCase;

    @Inject
    CaseAccess access;

    @Inject
    CaseSearch search;

    @Inject
    Participants participants;

    @Inject
    TakingOutService takingOut;

    @Inject
    Changes changes;

    @Inject
    AccessLog log;

    @Inject
    StaffDirectory staff;

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

    @Inject
    RareRows rare;

    /** Two people of two cases who are one, for somebody who may read both. */
    public record Pair(EntryId link, Side mine, Side theirs) {}

    /** One side of a pair. */
    public record Side(CaseNumber number, ParticipantId who) {}

    /**
     * The links of an opened case, newest first, as its reader may know them. Records the cases of which it shows the number.
     *
     * @throws org.durumi.accesslog.AccessNotRecorded if the entry could not be written
     */
    public List<LinkLine> of(CaseFile file) {
        return of(file, rows(file));
    }

    /** The same from the {@link #rows} of the case. */
    public List<LinkLine> of(CaseFile file, List<Link> rows) {
        List<Link> shown = shown(file, rows);
        Map<CaseId, CaseNumber> readable = readable(shown, file);
        if (!readable.isEmpty()) {
            access.toList(readable.values(), AccessGroup.LINK);
        }
        Map<TeamId, Whom> teams = new HashMap<>();
        return shown.stream().map(each -> line(each, file, readable, teams)).toList();
    }

    /** The links of an opened case as they are stored, newest first. Opens nothing. */
    public List<Link> rows(CaseFile file) {
        return rare.of(file.id().value(), "case_link", () -> links.of(file.id()));
    }

    /** Of how many other cases it is known from its {@link #rows} that they are linked with an opened one. */
    public int numberOf(CaseFile file, List<Link> rows) {
        return (int) rows.stream()
                .filter(each -> each.state() == LinkState.STANDS && each.isGenuine(macs))
                .flatMap(each -> each.other(file.id()).stream())
                .distinct()
                .count();
    }

    private LinkLine line(Link link, CaseFile file, Map<CaseId, CaseNumber> readable, Map<TeamId, Whom> teams) {
        boolean here = link.isAskedBy(file.id());
        Optional<CaseNumber> number = link.other(file.id()).map(readable::get);
        // As long as the other side has said nothing, one does not even learn that there is such a case.
        Optional<Whom> whom = number.isPresent() || !hasSpoken(link, file)
                ? Optional.empty()
                : link.otherTeam(file.id()).map(team -> teams.computeIfAbsent(team, this::whom));
        return new LinkLine(link, here, number, whom, acts(link, file));
    }

    private Whom whom(TeamId team) {
        return new Whom(
                staff.team(team).name(),
                staff.supervisors(team).stream().map(StaffMember::handle).toList());
    }

    private Set<LinkAct> acts(Link link, CaseFile file) {
        return link.acts(
                link.isAskedBy(file.id()),
                file.rights().allows(Right.RECORD),
                file.rights().allows(Right.DECIDE),
                file.rights().allows(Right.DECIDE) && link.isOfOneTeam());
    }

    private static boolean hasSpoken(Link link, CaseFile file) {
        return !link.isAskedBy(file.id()) || link.isAnswered();
    }

    /** The asked side hears of what was asked, and of nothing that somebody only thought. */
    private static boolean isShown(Link link, CaseFile file) {
        return link.isAskedBy(file.id()) || link.asked().isPresent();
    }

    private Map<CaseId, CaseNumber> readable(List<Link> some, CaseFile file) {
        return search.readable(
                some.stream().flatMap(each -> each.other(file.id()).stream()).toList());
    }

    /** Every link that a case shows, opened: what the other side only thought hides nothing from this one. */
    private List<Link> shown(CaseFile file, List<Link> rows) {
        OrganisationKey key = vault.organisation();
        List<Link> all = rows.stream()
                .filter(each -> isGenuine(each, file) && isShown(each, file))
                .toList();
        all.forEach(each -> each.open(key));
        return all;
    }

    private boolean isGenuine(Link link, CaseFile file) {
        boolean genuine = link.isGenuine(macs);
        if (!genuine) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.LINK, user.actor().id(), Optional.of(file.number())));
        }
        return genuine;
    }

    /** Those of whom a link may say that they are somebody in the case on the other side, too: for a reader of an opened case. */
    public List<Participant> others(LinkLine line) {
        return line.number()
                .filter(number -> line.here() && line.acts().contains(LinkAct.AGREE))
                .map(number -> participants.of(access.toRead(number, AccessGroup.LINK)))
                .orElse(List.of());
    }

    /** What waits for a supervisor of the acting person's team: one line for each case, the oldest first. */
    public List<LinkWaiting> waiting() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        Map<CaseNumber, Instant> waiting = new LinkedHashMap<>();
        links.waitingIn(team.get()).stream()
                .filter(row -> ((Link) row[1]).isGenuine(macs))
                .forEach(row -> waiting.putIfAbsent(
                        (CaseNumber) row[0], ((Link) row[1]).begun().at()));
        List<CaseNumber> shown = access.readable(List.copyOf(waiting.keySet()), each -> each);
        if (!shown.isEmpty()) {
            access.toList(shown, AccessGroup.LINK);
        }
        return shown.stream()
                .map(each -> new LinkWaiting(each, Objects.requireNonNull(waiting.get(each))))
                .toList();
    }

    /**
     * Looks for cases with which one may be linked, and notes them. What was dismissed once is not suggested again.
     *
     * @return how many are new
     * @throws RuleViolation if the person asks too often
     */
    public int suggest(CaseNumber number) {
        Set<AccessGroup> opened = EnumSet.of(AccessGroup.LINK);
        finders.forEach(each -> opened.addAll(each.opens()));
        CaseFile file = access.toAct(number, opened.toArray(AccessGroup[]::new));
        log.record(Access.of(AccessAction.SEARCH, AccessGroup.LINK).on(number));
        List<Link> shown = shown(file, rows(file));
        Map<CaseId, CaseNumber> readable = readable(shown, file);
        // Whether a number that somebody only typed is that of a case that is found, nobody learns here either.
        List<Link> known = shown.stream()
                .filter(each -> each.isFound()
                        || hasSpoken(each, file)
                        || each.other(file.id()).filter(readable::containsKey).isPresent())
                .toList();
        Set<FoundLink> found = new LinkedHashSet<>();
        for (LinkFinder each : finders) {
            each.find(file).stream()
                    .filter(one -> !one.other().equals(file.id()))
                    .filter(one -> known.stream().noneMatch(link -> says(link, one.kind(), one.other(), file)))
                    .limit(SUGGESTED_AT_ONCE)
                    .forEach(found::add);
        }
        Set<CaseNumber> split = splitWith(number);
        Map<CaseId, Whose> there =
                everyCase.of(found.stream().map(FoundLink::other).collect(Collectors.toSet())).stream()
                        .filter(each -> !split.contains(each.number()))
                        .collect(Collectors.toMap(Whose::id, each -> each));
        List<FoundLink> fresh = found.stream()
                .filter(each -> there.containsKey(each.other()))
                .limit(SUGGESTED_AT_ONCE)
                .toList();
        Link.Hand hand = hand();
        fresh.forEach(each -> {
            CaseRoom.forOneMore(shown.size());
            links.add(Link.suggest(file, Objects.requireNonNull(there.get(each.other())), each, hand));
        });
        if (!fresh.isEmpty()) {
            changes.noted(file, AccessAction.CHANGE, AccessGroup.LINK);
        }
        return fresh.size();
    }

    /** The cases that were one with this: what they have in common was copied, and they name each other. */
    private Set<CaseNumber> splitWith(CaseNumber number) {
        CaseView view = search.view(number, AccessGroup.PARTICIPANT);
        return Stream.concat(
                        takingOut.splitOff(view).map(SplitOff::from).stream(),
                        takingOut.of(view).stream().flatMap(each -> each.into().stream()))
                .collect(Collectors.toSet());
    }

    private static boolean says(Link link, LinkKind kind, CaseId other, CaseFile file) {
        return link.kind() == kind
                && link.other(file.id()).filter(other::equals).isPresent();
    }

    /**
     * Wants a case to be linked with another. Whether a case has the number that was typed, this does not tell: an unknown number,
     * this very case and a case that somebody else works on are answered alike, also the second time.
     *
     * @throws RuleViolation at «participant» if it says nobody who is the same person
     */
    public EntryId want(CaseNumber number, @Valid NewLink wanted) {
        CaseFile file = access.toAct(number, AccessGroup.LINK, AccessGroup.PARTICIPANT);
        participants.require(file, wanted.participant().stream().toList());
        List<Link> shown = shown(file, rows(file));
        CaseRoom.forOneMore(shown.size());
        Optional<Whose> other =
                everyCase.of(wanted.number()).filter(each -> !each.id().equals(file.id()));
        // Only who may read the other case is told by it that there is such a link already.
        Optional<Link> standing = other.filter(
                        there -> search.readable(List.of(there.id())).containsKey(there.id()))
                .flatMap(there -> shown.stream()
                        .filter(each -> says(each, wanted.kind(), there.id(), file)
                                && each.ended().isEmpty())
                        .findFirst());
        boolean decides = decides();
        Link link = standing.orElseGet(() -> Link.want(file, other, wanted, decides, hand()));
        if (standing.isEmpty()) {
            links.add(link);
        } else if (link.acts(link.isAskedBy(file.id()), !decides, decides, false)
                .contains(LinkAct.ASK)) {
            ask(file, link, wanted.participant(), wanted.why(), hand());
            links.save(link);
        }
        recorded(file, link, AccessAction.REQUEST);
        return link.id();
    }

    /**
     * Does something about a link.
     *
     * @throws NotFound if this case shows no such link
     * @throws RuleViolation if this person may not do that now, or a reason or a person is missing
     */
    public void act(CaseNumber number, EntryId id, @Valid NewAnswer said) {
        CaseFile file = said.act() == LinkAct.AGREE
                ? openToAgree(number, id)
                : access.toAct(number, AccessGroup.LINK, AccessGroup.PARTICIPANT);
        Link link = link(file, id);
        if (!acts(link, file).contains(said.act())) {
            throw new RuleViolation("link.not-now");
        }
        Link.Hand hand = hand();
        switch (said.act()) {
            case ASK -> ask(file, link, said.participant(), said.why(), hand);
            case AGREE -> agree(file, link, said.participant(), hand);
            case DECLINE -> link.decline(said.why(), hand);
            case END -> end(link, said.why(), hand);
        }
        links.save(link);
        recorded(file, link, said.act() == LinkAct.AGREE ? AccessAction.APPROVE : AccessAction.CHANGE);
    }

    /** @throws RuleViolation also if somebody was found who was taken out of the case since */
    private void ask(CaseFile file, Link link, Optional<ParticipantId> who, String why, Link.Hand hand) {
        participants.require(
                file, who.or(() -> link.participant(file.id())).stream().toList());
        link.ask(decides(), who, why, hand);
    }

    /** What was given by it to read ends with it, on both sides: the database sees to that, which alone reaches both. */
    private void end(Link link, String why, Link.Hand hand) {
        // Also of one team by now: when it was agreed to it may have been one between two.
        boolean compared = link.state() == LinkState.STANDS && link.kind() == LinkKind.SAME_PERSON;
        link.end(why, hand);
        if (compared) {
            log.changed(Access.of(AccessAction.CHANGE, AccessGroup.ASSIGNMENT).on(numbersOfBoth(link)));
        }
    }

    private static boolean givesToRead(Link link) {
        return link.kind() == LinkKind.SAME_PERSON && !link.isOfOneTeam();
    }

    private List<CaseNumber> numbersOfBoth(Link link) {
        return numbers(Stream.concat(Stream.of(link.asking()), link.askedCase().stream()));
    }

    /** Who answers a question of their own team decides about both cases. */
    private CaseFile openToAgree(CaseNumber number, EntryId id) {
        AccessGroup[] shown = {AccessGroup.LINK, AccessGroup.PARTICIPANT};
        CaseFile seen = access.toRead(number, shown);
        Link link = link(seen, id);
        if (!link.isAskedBy(seen.id()) || !acts(link, seen).contains(LinkAct.AGREE)) {
            return access.toAct(number, shown);
        }
        CaseId asked = link.askedCase().orElseThrow();
        Map<CaseId, CaseFile> both = access.toDecide(Map.of(seen.id(), number, asked, numberOf(asked)), shown);
        return Objects.requireNonNull(both.get(seen.id()));
    }

    /** A question of somebody who does not speak for their team any more is asked again by who does. */
    private void requireAsker(Link link) {
        UserId asker = link.asked().orElseThrow().by();
        boolean stillDecides = staff.supervisors(link.askingTeam()).stream()
                .anyMatch(each -> each.id().equals(asker));
        if (!stillDecides) {
            throw new RuleViolation("link.ask-again");
        }
    }

    private void agree(CaseFile file, Link link, Optional<ParticipantId> who, Link.Hand hand) {
        CaseFile asked = link.isAskedBy(file.id())
                ? access.toDecide(numberOf(link.askedCase().orElseThrow()), AccessGroup.LINK)
                : file;
        participants.require(asked, who.stream().toList());
        if (!link.isOfOneTeam()) {
            requireAsker(link);
        }
        link.agree(who, hand);
        if (givesToRead(link)) {
            UserId asker = link.asked().orElseThrow().by();
            UserId answerer = hand.signed().by();
            grants.give(asked.id(), asker, answerer, COMPARING, link.why(), link.id());
            grants.give(link.asking(), answerer, asker, COMPARING, link.why(), link.id());
            log.changed(Access.of(AccessAction.APPROVE, AccessGroup.ASSIGNMENT).on(numbersOfBoth(link)));
        }
    }

    /**
     * Two people who are one, for somebody who may read both cases; empty if the link does not stand, is of another kind, or this
     * person may not read the other case.
     *
     * @throws NotFound if this case shows no such link
     */
    public Optional<Pair> pair(CaseNumber number, EntryId id) {
        CaseFile file = access.toRead(number, AccessGroup.LINK);
        Link link = link(file, id);
        if (link.state() != LinkState.STANDS || link.kind() != LinkKind.SAME_PERSON) {
            return Optional.empty();
        }
        CaseId other = link.other(file.id()).orElseThrow();
        return search.readable(List.of(other)).values().stream()
                .findFirst()
                .map(there -> new Pair(
                        link.id(),
                        new Side(number, link.participant(file.id()).orElseThrow()),
                        new Side(there, link.participant(other).orElseThrow())));
    }

    private Link link(CaseFile file, EntryId id) {
        Link link = links.link(file.id(), id)
                .filter(each -> isGenuine(each, file) && isShown(each, file))
                .orElseThrow(NotFound::new);
        link.open(vault.organisation());
        return link;
    }

    private boolean decides() {
        return user.actor().is(Role.SUPERVISOR);
    }

    private Link.Hand hand() {
        return new Link.Hand(user.actor().signed(clock.instant()), vault.organisation(), macs);
    }

    /** The log of the other case tells of it, too, from the moment when its side was asked. */
    private void recorded(CaseFile file, Link link, AccessAction what) {
        changes.noted(file, what, AccessGroup.LINK);
        if (link.asked().isPresent()) {
            List<CaseNumber> others = numbers(link.other(file.id()).stream());
            if (!others.isEmpty()) {
                log.changed(Access.of(what, AccessGroup.LINK).on(others));
            }
        }
    }

    private CaseNumber numberOf(CaseId id) {
        return numbers(Stream.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<CaseNumber> numbers(Stream<CaseId> ids) {
        Collection<CaseId> all = ids.toList();
        return all.isEmpty()
                ? List.of()
                : everyCase.of(all).stream().map(Whose::number).toList();
    }

    /** The handles of everybody who did something about these links. */
    public static Stream<UserId> people(List<LinkLine> lines) {
        return lines.stream()
                .map(LinkLine::link)
                .flatMap(each -> Stream.concat(
                        Stream.of(each.begun()),
                        Stream.of(each.asked(), each.answered(), each.ended()).flatMap(Optional::stream)))
                .map(Signed::by);
    }
}
