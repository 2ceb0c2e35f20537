package org.durumi.evidence;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CorrectableRow;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacKey;
import org.durumi.vault.DerivedKeys;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Vault;

/** The sources of a team: its caseworkers add and correct them, its supervisors read them. Each reading is recorded. */
@ApplicationScoped
@Transactional
public class SourceService {
    /** Sources of one page. */
    public static final int PAGE = 50;

    /** So many sources a form offers to choose from. */
    private static final int CHOICES = 500;

    @Inject
    Sources sources;

    @Inject
    Vault vault;

    @Inject
    DerivedKeys keys;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    /**
     * One page of the sources of the person's team.
     *
     * @param page from 0
     * @throws NotFound if the person is neither caseworker nor supervisor of a team; the refusal is recorded
     */
    public SourcePage list(int page) {
        TeamId team = team(AccessAction.LIST, Role.CASEWORKER, Role.SUPERVISOR);
        log.record(Access.of(AccessAction.LIST, AccessGroup.SOURCE));
        PageOf<Source> read = PageOf.read(page, PAGE, request -> sources.standing(team, request));
        List<Source> found = opened(read.rows());
        return new SourcePage(found, handles(found), read.more());
    }

    /**
     * One source of the person's team.
     *
     * @throws NotFound if there is no such source in the team, or the person is neither caseworker nor supervisor of one
     */
    public SourceView one(SourceId id) {
        TeamId team = team(AccessAction.OPEN, Role.CASEWORKER, Role.SUPERVISOR);
        log.record(Access.of(AccessAction.OPEN, AccessGroup.SOURCE));
        List<Source> rows = opened(sources.history(id, team));
        Source standing = rows.stream().min(Source.STANDING_FIRST).orElseThrow(NotFound::new);
        return new SourceView(
                standing,
                rows.stream().filter(each -> !each.equals(standing)).toList(),
                standing.known()
                        .relayedBy()
                        .flatMap(each -> Optional.ofNullable(known(Set.of(each)).get(each))),
                handles(rows));
    }

    /** The sources of the team to choose from, the newest first. */
    public List<Source> choices() {
        TeamId team = team(AccessAction.LIST, Role.CASEWORKER, Role.SUPERVISOR);
        log.record(Access.of(AccessAction.LIST, AccessGroup.SOURCE));
        return opened(sources.standing(team, PageRequest.ofPage(1, CHOICES, false)));
    }

    /**
     * Adds a source under the next code name.
     *
     * @throws RuleViolation at the field that contradicts another
     */
    public SourceId add(@Valid NewSource known) {
        return add(toWrite(AccessAction.CREATE), known);
    }

    /**
     * The source of a report in the press: the one of the same link, if the team has it, else a new one.
     *
     * @throws RuleViolation at «link» if it is no address of the web
     */
    public SourceId ofReport(@Valid NewReport report) {
        TeamId team = toWrite(AccessAction.CREATE);
        Source.requireLink(report.link());
        log.record(Access.of(AccessAction.SEARCH, AccessGroup.SOURCE));
        // Of two who note the same report at once, the second finds what the first has noted.
        sources.nextNumber(team);
        return opened(sources.withLink(team, Source.hash(report.link(), links()))).stream()
                .filter(each -> !each.isChangedOutside())
                .findFirst()
                .map(Source::id)
                .orElseGet(() -> add(team, NewSource.report(report)));
    }

    private SourceId add(TeamId team, NewSource known) {
        requireRelay(team, known);
        Source source = Source.add(
                sources.nextNumber(team),
                team,
                known,
                user.actor().signed(clock.instant()),
                LocalDate.now(clock),
                keys());
        sources.add(source);
        log.changed(Access.of(AccessAction.CREATE, AccessGroup.SOURCE));
        return source.id();
    }

    /**
     * Corrects a source: another row stands under its code name, and the wrong one is struck with the reason.
     *
     * @param seen the version that the caseworker had before them
     * @throws NotFound if there is no such source in the caseworker's team, or somebody else changed it
     * @throws RuleViolation at «correctionReason» if it is missing, or at a field that contradicts another
     */
    public void correct(SourceId id, @Valid NewSource right, @Longest(1000) String why, int seen) {
        TeamId team = toWrite(AccessAction.CHANGE);
        log.record(Access.of(AccessAction.OPEN, AccessGroup.SOURCE));
        CorrectableRow.requireReason("correctionReason", why);
        Source wrong = standing(id, team).orElseThrow(NotFound::new);
        requireRelay(team, right);
        requireNoCircle(wrong, right);
        Source corrected =
                wrong.correctedTo(right, why, seen, user.actor().signed(clock.instant()), LocalDate.now(clock), keys());
        sources.save(wrong);
        sources.add(corrected);
        log.changed(Access.of(AccessAction.CHANGE, AccessGroup.SOURCE));
    }

    /** A source of a team that stands and that nobody else changed. */
    Optional<Source> standing(SourceId id, TeamId team) {
        return opened(sources.history(id, team)).stream()
                .filter(each -> each.stands() && !each.isChangedOutside())
                .findFirst();
    }

    /** Sources that claims of an opened case of a team name, as its pages call them: its entry in the log names them. */
    Map<SourceId, Source> known(Collection<SourceId> ids, TeamId team) {
        Map<SourceId, Source> known = known(ids);
        List<Source> elsewhere = known.values().stream()
                .filter(each -> !each.team().equals(team))
                .toList();
        if (!elsewhere.isEmpty()) {
            Map<TeamId, String> names = staff.teamNames();
            elsewhere.forEach(each -> each.standsElsewhere(Objects.requireNonNull(names.get(each.team()))));
        }
        return known;
    }

    private Map<SourceId, Source> known(Collection<SourceId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : opened(sources.history(
                                Set.copyOf(ids).stream().map(SourceId::value).toList()))
                        .stream()
                        .collect(Collectors.toMap(
                                Source::id, Function.identity(), BinaryOperator.minBy(Source.STANDING_FIRST)));
    }

    private void requireRelay(TeamId team, NewSource known) {
        if (known.relayedBy().filter(relay -> standing(relay, team).isEmpty()).isPresent()) {
            throw new NotFound();
        }
    }

    /** Nobody relays what they were told by those to whom they relay it. */
    private void requireNoCircle(Source wrong, NewSource right) {
        Set<SourceId> passed = new HashSet<>(Set.of(wrong.id()));
        Optional<SourceId> next = right.relayedBy();
        while (next.isPresent()) {
            SourceId each = next.get();
            if (!passed.add(each)) {
                throw RuleViolation.at("relayedBy", "source.relayed.circle");
            }
            next = Optional.ofNullable(known(Set.of(each)).get(each))
                    .flatMap(source -> source.known().relayedBy());
        }
    }

    private List<Source> opened(List<Source> found) {
        OrganisationKey key = vault.organisation();
        for (Source each : found) {
            if (!each.open(key, keys)) {
                foreign.fire(new ForeignRow(ForeignRow.Kind.SOURCE, user.actor().id(), Optional.empty()));
            }
        }
        return found;
    }

    private Source.Keys keys() {
        return new Source.Keys(vault.organisation(), links(), keys);
    }

    private MacKey links() {
        return keys.index("source link 1");
    }

    private Map<UserId, String> handles(List<Source> some) {
        return staff.handles(some.stream().map(each -> each.added().by()).toList());
    }

    private TeamId toWrite(AccessAction action) {
        TeamId team = team(action, Role.CASEWORKER);
        user.requireChangesAllowed();
        return team;
    }

    private TeamId team(AccessAction action, Role... may) {
        Actor actor = user.actor();
        log.require(
                Stream.of(may).anyMatch(actor::is) && actor.team().isPresent(), Access.of(action, AccessGroup.SOURCE));
        return actor.team().get();
    }
}
