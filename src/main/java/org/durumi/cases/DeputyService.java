package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** Names who stands in for a caseworker who is away, and ends it. */
@ApplicationScoped
@Transactional
public class DeputyService {
    private static final Access NAMING = Access.of(AccessAction.CHANGE, AccessGroup.ASSIGNMENT);

    @Inject
    Deputyships deputyships;

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

    /** What concerns this caseworker, or the team of this supervisor, now and later. Empty for everybody else. */
    public List<DeputyLine> known() {
        Actor actor = user.actor();
        Instant now = clock.instant();
        Optional<TeamId> supervised = actor.supervisedTeam();
        if (supervised.isPresent()) {
            List<Deputyship> all = genuine(deputyships.ofTeam(supervised.get(), now));
            return lines(all, new Cover(all));
        }
        return actor.is(Role.CASEWORKER)
                ? lines(
                        genuine(deputyships.of(actor.id(), now)).stream()
                                .filter(each ->
                                        actor.team().filter(each.team()::equals).isPresent())
                                .toList(),
                        new Cover(List.of()))
                : List.of();
    }

    /** The same, of one person of the supervisor's team. */
    public List<DeputyLine> of(UserId who) {
        return known().stream()
                .filter(each -> each.deputyship().absent().equals(who)
                        || each.deputyship().deputy().equals(who))
                .toList();
    }

    /** @param cover of the whole team, for who is told where somebody is missing; else of nobody */
    private List<DeputyLine> lines(List<Deputyship> genuine, Cover cover) {
        if (genuine.isEmpty()) {
            return List.of();
        }
        Map<UserId, String> handles = staff.handles(genuine.stream()
                .flatMap(each -> Stream.of(each.absent(), each.deputy()))
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return genuine.stream()
                .map(each -> new DeputyLine(
                        each,
                        Objects.requireNonNull(handles.get(each.absent())),
                        Objects.requireNonNull(handles.get(each.deputy())),
                        each.stands(now),
                        !cover.all().isEmpty() && cover.isOpen(each, today)))
                .sorted(Comparator.comparing((DeputyLine each) -> !each.open()).thenComparing(each -> !each.now()))
                .toList();
    }

    private List<Deputyship> genuine(List<Deputyship> stored) {
        return stored.stream().filter(this::isGenuine).toList();
    }

    /**
     * The caseworkers of this person's team.
     *
     * @throws NotFound if they work with no cases, or in no team; the refusal is recorded
     */
    public List<StaffMember> colleagues() {
        return staff.caseworkers(requireTeam());
    }

    /**
     * Names a deputy: a caseworker for themselves, a supervisor for a caseworker of their team. Who is away and was to stand in for somebody
     * leaves that one open: a caseworker may not, a supervisor may, of whom somebody is ill since today.
     *
     * @throws NotFound if this person names nobody, or not for the one who is away; the refusal is recorded
     * @throws RuleViolation at the field that is wrong
     */
    public EntryId name(@Valid NewDeputy told) {
        TeamId team = requireTeam();
        user.requireChangesAllowed();
        List<UserId> caseworkers =
                staff.caseworkers(team).stream().map(StaffMember::id).toList();
        UserId absent = absent(told, caseworkers);
        LocalDate today = LocalDate.now(clock);
        if (told.deputy().equals(absent)) {
            throw RuleViolation.at("deputy", "deputy.self");
        } else if (!caseworkers.contains(told.deputy())) {
            throw RuleViolation.at("deputy", "deputy.not-of-the-team");
        } else if (told.first().isBefore(today)) {
            throw RuleViolation.at("first", "deputy.past");
        } else if (told.first().isAfter(today.plusDays(Deputyship.EARLIEST_DAYS))) {
            throw RuleViolation.at("first", "deputy.too-early", Deputyship.EARLIEST_DAYS);
        }
        Instant now = clock.instant();
        Deputyship named = Deputyship.name(
                team, absent, told, clock.getZone(), user.actor().signed(now), macs);
        requireFits(named, new Cover(genuine(deputyships.ofTeam(team, now))), today);
        deputyships.add(named);
        log.changed(NAMING);
        return named.id();
    }

    /** Two who name at once for the same days both succeed: then there are two deputies, who each may the same. */
    private void requireFits(Deputyship named, Cover cover, LocalDate today) {
        if (cover.isDouble(named)) {
            throw RuleViolation.at("first", "deputy.overlaps");
        } else if (cover.isAway(named.deputy(), named)) {
            throw RuleViolation.at("deputy", "deputy.away");
        }
        Instant since = named.first()
                .minusDays(Deputyship.LONGEST_DAYS)
                .atStartOfDay(clock.getZone())
                .toInstant();
        Cover pair = new Cover(genuine(deputyships.ofPair(named.absent(), named.deputy(), since)));
        if (pair.together(named, clock.getZone()) > Deputyship.LONGEST_DAYS) {
            throw RuleViolation.at("last", "deputy.too-long", Deputyship.LONGEST_DAYS);
        }
        if (user.actor().is(Role.CASEWORKER)) {
            Cover then = cover.with(named);
            cover.all().stream()
                    .filter(each -> each.deputy().equals(named.absent()))
                    .filter(each -> !cover.isOpen(each, today) && then.isOpen(each, today))
                    .findFirst()
                    .ifPresent(each -> {
                        throw RuleViolation.at("first", "deputy.stands-in", staff.handle(each.absent()));
                    });
        }
    }

    private UserId absent(NewDeputy told, List<UserId> caseworkers) {
        Actor actor = user.actor();
        if (actor.is(Role.CASEWORKER)) {
            if (told.absent().filter(each -> !each.equals(actor.id())).isPresent()) {
                throw refused();
            }
            return actor.id();
        }
        return told.absent()
                .filter(caseworkers::contains)
                .orElseThrow(() -> RuleViolation.at("absent", "deputy.not-of-the-team"));
    }

    /**
     * One that this person may end: who is away, their deputy, or a supervisor of the team.
     *
     * @throws NotFound if there is none that gives something now or later; the refusal is recorded
     */
    public DeputyLine one(EntryId id) {
        return lines(List.of(mayEnd(id)), new Cover(List.of())).getFirst();
    }

    /**
     * Ends one at once, or before it begins.
     *
     * @throws NotFound as above
     */
    public void end(EntryId id) {
        user.requireChangesAllowed();
        Deputyship ending = mayEnd(id);
        deputyships.add(DeputyshipEnd.of(ending, user.actor().signed(clock.instant()), macs));
        log.changed(NAMING);
    }

    private Deputyship mayEnd(EntryId id) {
        Actor actor = user.actor();
        return deputyships
                .byId(id)
                .filter(each -> each.isToCome(clock.instant()))
                .filter(this::isGenuine)
                .filter(each -> actor.is(Role.CASEWORKER)
                                && (each.absent().equals(actor.id())
                                        || each.deputy().equals(actor.id()))
                        || actor.supervisedTeam().filter(each.team()::equals).isPresent())
                .orElseThrow(this::refused);
    }

    private TeamId requireTeam() {
        Actor actor = user.actor();
        return actor.team().filter(team -> actor.worksWithCases()).orElseThrow(this::refused);
    }

    private NotFound refused() {
        log.refused(NAMING);
        return new NotFound();
    }

    private boolean isGenuine(Deputyship deputyship) {
        boolean genuine = deputyship.isGenuine(macs);
        if (!genuine) {
            foreign.fire(new ForeignRow(ForeignRow.Kind.DEPUTY, user.actor().id(), Optional.empty()));
        }
        return genuine;
    }
}
