package org.durumi.risk;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.Waiver;
import org.durumi.approval.WaiverService;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseView;
import org.durumi.cases.Changes;
import org.durumi.cases.ConsentService;
import org.durumi.cases.Consents;
import org.durumi.cases.NamedKey;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.vault.CaseKey;

/** Shows the risk of a case, lists what is blocked, and lets a supervisor waive a block. */
@ApplicationScoped
@Transactional
public class RiskService {
    /** Blocks of one page. */
    public static final int PAGE = 50;

    @Inject
    Risks risks;

    @Inject
    FactFinder factFinder;

    @Inject
    WaiverService waivers;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    CircumstancesService circumstances;

    @Inject
    QuoteService quotes;

    @Inject
    ConsentService consents;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    RareRows rare;

    @Inject
    Event<BlockWaived> waived;

    /** The risk of a case. Records the access. */
    public RiskPanel panel(CaseNumber number) {
        CaseFile file = access.toRead(number, AccessGroup.RISK, AccessGroup.ALERT, AccessGroup.WAIVER);
        return of(file, participants.of(file), participants.everyone(file));
    }

    /** The risk of a case that has been opened already. A fixed number of queries, whatever the size of the case. */
    public RiskPanel of(CaseView view) {
        return of(view.file(), view.participants(), view.everyone());
    }

    /** How the people of an opened case stand, by label. */
    public List<ParticipantRisk> assessed(CaseView view) {
        return assessed(view.file(), labels(view.participants()));
    }

    /** What is forbidden in a case that has been opened already, for a page that shows nothing of its alerts. */
    public RiskBlocks blocks(CaseView view) {
        List<Waiver> granted = waivers(view.file());
        return blocks(view.file(), labels(view.participants()), granted, staff.handles(supervisors(granted)));
    }

    /**
     * What is forbidden in a case now and somebody may waive, each as a waiver is bound to it. What somebody changed past the application
     * is left out: no waiver covers it.
     *
     * @param key of the case
     */
    public List<WaivedContent> waivable(CaseFile file, CaseKey key) {
        return key.opened(rare.of(file.id().value(), "risk_block", () -> risks.blocks(file.id()))).stream()
                .filter(block ->
                        !block.isChangedOutside() && block.rules().stream().noneMatch(RuleCode::isNeverWaived))
                .map(RiskBlock::content)
                .toList();
    }

    /**
     * Whether a waiver lets exactly this pass, and has not been used up.
     *
     * @param key of the case
     */
    public boolean isWaived(WaivedContent content, CaseKey key) {
        return waivers.covering(content, key).isPresent();
    }

    /** What the record of an opened case says to the checklist of those who leave together. */
    public RecordedChecklist checklist(CaseView view, Collection<ParticipantId> leaving) {
        if (leaving.isEmpty()) {
            return new RecordedChecklist(Set.of(), List.of());
        }
        Circumstances known = circumstances.of(view.file(), AccessGroup.DEVICE);
        List<QuoteLine> offered = quotes.of(view.file());
        Consents agreed = consents.of(view);
        return leaving.stream()
                .map(who -> factFinder.checklist(view.file(), who, view.journey(who), known, offered, agreed))
                .reduce(RecordedChecklist::and)
                .orElseThrow();
    }

    /** @param everyone those who were taken out too: their alerts stay */
    private RiskPanel of(CaseFile file, List<Participant> people, List<Participant> everyone) {
        CaseKey key = file.key(AccessGroup.ALERT);
        Map<ParticipantId, String> labels = labels(everyone);
        List<Waiver> granted = waivers(file);
        List<AlertLine> alerts = key.opened(risks.alerts(file.id())).stream()
                .filter(alert -> labels.containsKey(alert.participant()))
                .map(alert ->
                        new AlertLine(file.number(), Objects.requireNonNull(labels.get(alert.participant())), alert))
                .toList();
        List<UserId> involved = new ArrayList<>(AlertService.involved(alerts));
        involved.addAll(supervisors(granted));
        return new RiskPanel(blocks(file, labels(people), granted, staff.handles(involved)), granted, alerts);
    }

    private RiskBlocks blocks(
            CaseFile file, Map<ParticipantId, String> labels, List<Waiver> granted, Map<UserId, String> handles) {
        List<BlockLine> blocks = file
                .key(AccessGroup.RISK)
                .opened(rare.of(file.id().value(), "risk_block", () -> risks.blocks(file.id())))
                .stream()
                .map(block -> line(file.number(), block, labels, granted))
                .toList();
        return new RiskBlocks(assessed(file, labels), blocks, handles);
    }

    private static List<UserId> supervisors(List<Waiver> granted) {
        return granted.stream().map(waiver -> waiver.recorded().by()).toList();
    }

    private List<Waiver> waivers(CaseFile file) {
        return waivers.ofCase(file.id(), file.key(AccessGroup.WAIVER));
    }

    /**
     * How a participant was assessed over time, the newest first, fifty at a time: why was it critical on that day? Records
     * the access.
     *
     * @param page from 0
     */
    public List<ParticipantRisk> history(CaseNumber number, ParticipantId who, int page) {
        CaseFile file = access.toRead(number, AccessGroup.RISK);
        participants.requireThatWere(file, List.of(who));
        List<RiskAssessment> found = file.key(AccessGroup.RISK)
                .opened(risks.history(file.id(), who, PageRequest.ofPage(page + 1L, PAGE, false)));
        return lines(found, labels(participants.everyone(file)));
    }

    /**
     * One page of what is blocked in the cases of the supervisor's team, the highest level first. Empty for everybody else.
     *
     * @param page from 0
     */
    public BlockPage blocksOfTeam(int page) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return new BlockPage(List.of(), false);
        }
        PageOf<BlockedCase> read = PageOf.read(page, PAGE, request -> risks.blocksOf(team.get(), request));
        List<BlockedCase> shown = access.readable(read.rows(), BlockedCase::number);
        Map<CaseId, NamedKey> keys = access.toList(
                shown.stream().map(BlockedCase::number).distinct().toList(),
                shown.stream()
                        .collect(Collectors.toMap(
                                each -> each.block().caseId(), BlockedCase::number, (same, one) -> same)),
                AccessGroup.RISK);
        shown.forEach(each -> each.block().open(key(keys, each.block().caseId())));
        Set<UUID> subjects =
                shown.stream().map(each -> each.block().subjectId()).collect(Collectors.toSet());
        List<Waiver> granted = waivers.unused(subjects).stream()
                .filter(each -> keys.containsKey(each.caseId()))
                .flatMap(each -> key(keys, each.caseId()).opened(Optional.of(each)).stream())
                .toList();
        Map<ParticipantId, String> labels = labels(participants.of(shown.stream()
                .flatMap(each -> each.block().participants().stream())
                .collect(Collectors.toSet())));
        return new BlockPage(
                shown.stream()
                        .map(each -> line(each.number(), each.block(), labels, granted))
                        .toList(),
                read.more());
    }

    private static CaseKey key(Map<CaseId, NamedKey> keys, CaseId caseId) {
        return Objects.requireNonNull(keys.get(caseId)).of(AccessGroup.RISK);
    }

    /**
     * Lets a participant leave although a block stands: once, as long as exactly this stands against it.
     *
     * @throws NotFound if the person is no supervisor of the case's team
     * @throws RuleViolation if nothing stands against it, it is waived already, the supervisor recorded what it rests on,
     *     the reason has fewer than 20 visible characters, or the broker is blacklisted: that is never waived
     */
    public void waiveDeparture(CaseNumber number, ParticipantId who, String reason) {
        CaseFile file = access.toDecide(number, AccessGroup.RISK, AccessGroup.WAIVER);
        participants.require(file, List.of(who));
        CaseFacts facts = factFinder.of(file);
        waive(file, facts, facts.standingDepartureOf(who), reason);
    }

    /**
     * Lets a quote be accepted although a block stands: once, as long as exactly this stands against it.
     *
     * @throws NotFound if the person is no supervisor of the case's team
     * @throws RuleViolation as for a departure
     */
    public void waiveQuote(CaseNumber number, EntryId quote, String reason) {
        CaseFile file = access.toDecide(number, AccessGroup.RISK, AccessGroup.WAIVER);
        CaseFacts facts = factFinder.of(file);
        waive(file, facts, facts.acceptanceOf(quote), reason);
    }

    private void waive(CaseFile file, CaseFacts facts, Optional<StandingBlock> standing, String reason) {
        StandingBlock block = standing.orElseThrow(() -> new RuleViolation("waiver.nothing"));
        if (block.isFinal()) {
            throw new RuleViolation(block.block() == Block.QUOTE ? "quote.blacklisted" : "departure.blacklisted");
        }
        if (waivers.covering(block.content(), file.key(AccessGroup.WAIVER)).isPresent()) {
            throw new RuleViolation("waiver.already");
        }
        if (facts.recorders(block).contains(user.actor().id())) {
            throw new RuleViolation("waiver.own");
        }
        waivers.grant(file.id(), block.content(), block.rules(), reason, file.key(AccessGroup.WAIVER));
        waived.fire(new BlockWaived(file, block.content(), reason));
        changes.noted(file, AccessAction.APPROVE, AccessGroup.WAIVER);
    }

    private List<ParticipantRisk> assessed(CaseFile file, Map<ParticipantId, String> labels) {
        // Somebody who was added after the participants were read is there the next time.
        List<RiskAssessment> standing = file.key(AccessGroup.RISK).opened(risks.standing(file.id())).stream()
                .filter(each -> labels.containsKey(each.participant()))
                .toList();
        return lines(standing, labels).stream()
                .sorted(Comparator.comparingInt(
                                (ParticipantRisk each) -> each.label().length())
                        .thenComparing(ParticipantRisk::label))
                .toList();
    }

    private static List<ParticipantRisk> lines(List<RiskAssessment> assessments, Map<ParticipantId, String> labels) {
        return assessments.stream()
                .map(each -> new ParticipantRisk(
                        each.participant(),
                        Objects.requireNonNull(labels.get(each.participant())),
                        each.score(),
                        each.level(),
                        each.findings(),
                        each.unknowns(),
                        each.carried(),
                        each.assessedAt(),
                        each.ruleVersion()))
                .toList();
    }

    private static BlockLine line(
            CaseNumber number, RiskBlock block, Map<ParticipantId, String> labels, List<Waiver> granted) {
        return new BlockLine(
                number,
                block.block(),
                block.subjectId(),
                block.participants().stream()
                        .map(labels::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                block.rules(),
                block.since(),
                granted.stream()
                        .filter(waiver -> waiver.covers(block.content()))
                        .findFirst());
    }

    private static Map<ParticipantId, String> labels(Collection<Participant> people) {
        return people.stream().collect(Collectors.toMap(Participant::id, Participant::label));
    }
}
