package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.Team;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Vault;

/** Which cases are offered to which team, and what became of it. */
@ApplicationScoped
@Transactional
public class TransferSearch {
    /** So long both teams find on their pages what went over. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    @Inject
    Transfers transfers;

    @Inject
    EveryCase everyCase;

    @Inject
    StaffDirectory staff;

    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    @Inject
    RareRows rare;

    @Inject
    CurrentUser user;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    /** Those of an opened case, the newest first. */
    public List<TransferLine> of(CaseFile file) {
        // Its key opens nothing here; that the words are shown, the entry of the case must say all the same.
        file.key(AccessGroup.ASSIGNMENT);
        return lines(rare.of(file.id().value(), "transfer", () -> transfers.of(file.id())));
    }

    /**
     * What waits for the supervisor's team, or was offered by it and waits; and what went over from or to it in the last 90 days, the newest
     * first. Empty for everybody else. Records which cases it names.
     */
    public List<TransferLine> ofTeam() {
        Optional<TeamId> team = user.actor().supervisedTeam();
        if (team.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        // An offer can wait for two weeks before it is accepted.
        List<TransferLine> shown =
                lines(transfers.ofTeam(team.get(), now, now.minus(REMEMBERED).minus(Transfer.AWAITED))).stream()
                        .filter(each ->
                                each.isWaiting() || each.state() == TransferState.ACCEPTED && isRemembered(each))
                        .sorted(Comparator.comparing((TransferLine each) -> !each.isWaiting())
                                .thenComparing(each -> each.ended().orElse(now), Comparator.reverseOrder()))
                        .toList();
        if (!shown.isEmpty()) {
            log.record(Access.of(AccessAction.LIST, AccessGroup.ASSIGNMENT)
                    .on(shown.stream().map(each -> each.transfer().number()).collect(Collectors.toSet())));
        }
        return shown;
    }

    /**
     * One transfer, for a supervisor of either team. Records that it was opened.
     *
     * @throws NotFound if there is none, or this person is no supervisor of one of the two, or the case is another team's and it ended more
     *     than 90 days ago; the refusal is recorded
     */
    public TransferView one(EntryId id) {
        TransferLine line = line(id);
        TeamId team = user.actor().supervisedTeam().orElseThrow();
        boolean receiving = line.transfer().to().equals(team);
        boolean waits = receiving && line.isWaiting();
        Optional<String> refusal = waits ? refusal(line.transfer()) : Optional.empty();
        Optional<OfferedCase> offered = waits && refusal.isEmpty() ? offered(line.transfer()) : Optional.empty();
        AccessGroup[] shown = offered.isPresent()
                ? new AccessGroup[] {AccessGroup.ASSIGNMENT, AccessGroup.CASE}
                : new AccessGroup[] {AccessGroup.ASSIGNMENT};
        log.record(Access.of(AccessAction.OPEN, shown).on(line.transfer().number()));
        return new TransferView(
                line,
                receiving,
                isOf(team, line.transfer()),
                offered,
                refusal.or(() -> waits && offered.isEmpty() ? Optional.of("transfer.not-now") : Optional.empty()),
                offered.isPresent() ? staff.caseworkers(team) : List.of());
    }

    /** Why somebody of the other team does not take over what is offered to it, whatever the case is; the key of a sentence. Empty if they may. */
    Optional<String> refusal(Transfer transfer) {
        UserId giver = transfer.offered().by();
        if (giver.equals(user.actor().id())) {
            return Optional.of("transfer.not-yours");
        }
        boolean stillDecides = staff.supervisors(transfer.from()).stream()
                .anyMatch(each -> each.id().equals(giver));
        return stillDecides ? Optional.empty() : Optional.of("transfer.offer-again");
    }

    /** Empty if it cannot go over now: it was closed, or somebody changed whose it is past the application. */
    private Optional<OfferedCase> offered(Transfer transfer) {
        return transfers
                .offered(transfer.id(), clock.instant())
                .filter(each ->
                        each.isGenuine(macs) && each.guarded(Optional.empty()).isGenuine(macs))
                .map(OfferedCase::of);
    }

    /**
     * One transfer of the supervisor's team, with what became of it. Records a refusal, and nothing else.
     *
     * @throws NotFound if there is none, or this person is no supervisor of one of the two teams, or it is over for theirs
     */
    TransferLine line(EntryId id) {
        Optional<TeamId> team = user.actor().supervisedTeam();
        return transfers
                .byId(id)
                .filter(each -> team.filter(each::isOf).isPresent())
                .flatMap(each -> lines(List.of(each)).stream().findFirst())
                .filter(each -> isRemembered(each) || isOf(team.orElseThrow(), each.transfer()))
                .orElseThrow(() -> log.notFound(Access.of(AccessAction.OPEN, AccessGroup.ASSIGNMENT)));
    }

    private boolean isRemembered(TransferLine line) {
        return line.ended().map(clock.instant().minus(REMEMBERED)::isBefore).orElse(true);
    }

    /** Whether the case is this team's now. */
    private boolean isOf(TeamId team, Transfer transfer) {
        return everyCase.of(List.of(transfer.caseId())).stream()
                .anyMatch(each -> each.team().equals(team));
    }

    /** The genuine ones among these, opened, in their order. */
    List<TransferLine> lines(List<Transfer> stored) {
        List<Transfer> genuine =
                stored.stream().filter(each -> isGenuine(each.isGenuine(macs))).toList();
        if (genuine.isEmpty()) {
            return List.of();
        }
        OrganisationKey key = vault.organisation();
        genuine.forEach(each -> each.open(key));
        Map<EntryId, TransferAnswer> answers = new HashMap<>();
        transfers.answers(genuine.stream().map(each -> each.id().value()).toList()).stream()
                .filter(each -> isGenuine(each.isGenuine(macs)))
                .forEach(each -> {
                    each.open(key);
                    answers.put(each.id(), each);
                });
        Map<TeamId, String> names = staff.teamNames();
        return genuine.stream()
                .map(each -> line(each, Optional.ofNullable(answers.get(each.id())), names))
                .toList();
    }

    private TransferLine line(Transfer transfer, Optional<TransferAnswer> answer, Map<TeamId, String> names) {
        TransferState open = transfer.due().isAfter(clock.instant()) ? TransferState.OFFERED : TransferState.EXPIRED;
        return new TransferLine(
                transfer,
                answer.map(each -> TransferState.of(each.became())).orElse(open),
                answer.map(TransferAnswer::answered),
                answer.map(TransferAnswer::word).orElse(""),
                Objects.requireNonNull(names.get(transfer.from())),
                Objects.requireNonNull(names.get(transfer.to())));
    }

    /** To which teams a case of the supervisor's can be offered. */
    public List<Team> others() {
        Set<TeamId> own = user.actor().supervisedTeam().stream().collect(Collectors.toSet());
        return staff.teams().stream().filter(each -> !own.contains(each.id())).toList();
    }

    private boolean isGenuine(boolean genuine) {
        if (!genuine) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.TRANSFER, user.actor().id(), Optional.empty()));
        }
        return genuine;
    }
}
