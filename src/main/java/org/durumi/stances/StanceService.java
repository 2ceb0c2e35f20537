package org.durumi.stances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.Stance;
import org.durumi.route.Stances;

/**
 * A supervisor or an administrator proposes what a country is to count as, and somebody of the other role confirms it. From that moment on it
 * counts in every case.
 */
@ApplicationScoped
@Transactional
public class StanceService {
    /** Settled proposals of one page. */
    public static final int PAGE = 50;

    /** So many one person proposes in a day: nobody makes the reckoning slow by proposing and withdrawing. */
    static final int MOST_OF_A_DAY = 10;

    private static final Access READING = Access.of(AccessAction.LIST, AccessGroup.STANCE);
    private static final Access PROPOSING = Access.of(AccessAction.REQUEST, AccessGroup.STANCE);
    private static final Access CONFIRMING = Access.of(AccessAction.APPROVE, AccessGroup.STANCE);
    private static final Access ENDING = Access.of(AccessAction.CHANGE, AccessGroup.STANCE);

    @Inject
    StanceProposals proposals;

    @Inject
    Countries countries;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /**
     * All of it.
     *
     * @param page of what is settled, from 0
     * @throws NotFound if the person is neither a supervisor nor an administrator
     */
    public StancesView view(int page) {
        Role as = require(READING);
        log.record(READING);
        Instant now = clock.instant();
        StanceProposals.Read read = proposals.read();
        List<StanceProposal> all = read.ours();
        Map<CountryCode, StandingStance> standing = countries.standing(read, LocalDate.now(clock));
        PageOf<StanceProposal> settled = PageOf.of(
                all.stream()
                        .filter(each -> !each.waits(now))
                        .skip((long) page * PAGE)
                        .limit(PAGE + 1L)
                        .toList(),
                PAGE);
        return new StancesView(
                user.actor().id(),
                as,
                all.stream().filter(each -> each.waits(now)).toList(),
                standing,
                settled,
                handles(all),
                now);
    }

    /** What awaits the answer of the person, the newest first. Nothing for who is neither. */
    public List<StanceProposal> awaiting() {
        Optional<Role> as = role();
        if (as.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<StanceProposal> found = proposals.read().ours().stream()
                .filter(each -> each.waits(now) && each.isFor(user.actor().id(), as.get()))
                .toList();
        if (!found.isEmpty()) {
            log.record(READING);
        }
        return found;
    }

    /** The handles of those who proposed or answered. */
    public Map<UserId, String> handles(Collection<StanceProposal> some) {
        return staff.handles(some.stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each.by()), each.answer().map(StanceProposal.Answer::by).stream()))
                .map(signed -> signed.by())
                .toList());
    }

    /** @throws NotFound if the person may propose nothing */
    public void requireProposer() {
        require(PROPOSING);
    }

    /**
     * Proposes what a country is to count as.
     *
     * @return under which it is found again
     * @throws NotFound if the person is neither a supervisor nor an administrator
     * @throws RuleViolation at the field if it is about the North, holds from a day that is to come or from one before the last change, counts
     *     already, or something waits for the country; at none if the person has proposed {@link #MOST_OF_A_DAY} within a day
     */
    public UUID propose(@Valid NewStance wanted) {
        Role as = require(PROPOSING);
        proposals.lock();
        check(wanted);
        StanceProposal proposal = StanceProposal.make(
                new NewStance(
                        wanted.country(),
                        wanted.stance(),
                        wanted.since(),
                        wanted.source().strip()),
                as,
                user.actor().signed(clock.instant()),
                macs);
        proposals.add(proposal);
        log.changed(PROPOSING);
        return proposal.id();
    }

    private void check(NewStance wanted) {
        LocalDate today = LocalDate.now(clock);
        CountryCode country = wanted.country();
        if (country.equals(Stances.NORTH_KOREA)) {
            throw RuleViolation.at("country", "stance.north");
        } else if (wanted.since().isAfter(today)) {
            throw RuleViolation.at("since", "stance.since.future");
        }
        StanceProposals.Read read = proposals.read();
        requireRoom(country, read.ours());
        Optional<StandingStance> standing =
                Optional.ofNullable(countries.standing(read, today).get(country));
        // The same from a later day is better known.
        if (standing.map(
                        each -> each.stance() == wanted.stance() && each.since().equals(wanted.since()))
                .orElse(wanted.stance() == Stance.UNCLEAR)) {
            throw RuleViolation.at("stance", "stance.same");
        }
        // It would never count: the later one does.
        standing.filter(each -> wanted.since().isBefore(each.since())).ifPresent(each -> {
            throw RuleViolation.at("since", "stance.since.earlier", each.since());
        });
    }

    private void requireRoom(CountryCode country, List<StanceProposal> all) {
        Instant now = clock.instant();
        if (all.stream()
                .anyMatch(each -> each.waits(now) && each.wanted().country().equals(country))) {
            throw RuleViolation.at("country", "stance.waits");
        }
        UserId me = user.actor().id();
        Instant yesterday = now.minus(Duration.ofDays(1));
        if (all.stream()
                        .filter(each ->
                                each.by().by().equals(me) && each.by().at().isAfter(yesterday))
                        .count()
                >= MOST_OF_A_DAY) {
            throw new RuleViolation("stance.too-many", MOST_OF_A_DAY);
        }
    }

    /**
     * Confirms it: from now on it counts, and every open case is reckoned anew.
     *
     * @throws NotFound if the person is neither a supervisor nor an administrator, or there is no such proposal
     * @throws RuleViolation if it waits no longer, was proposed by the same person or in the same role, or by somebody who has that role no
     *     longer
     */
    public void confirm(UUID id) {
        answer(id, StanceAnswer.CONFIRMED, CONFIRMING);
    }

    /** Declines it; as above, but whoever proposed it may have left. */
    public void decline(UUID id) {
        answer(id, StanceAnswer.DECLINED, ENDING);
    }

    /**
     * Takes back what one has proposed oneself, in whatever role.
     *
     * @throws NotFound if the person is neither a supervisor nor an administrator, or there is no such proposal
     * @throws RuleViolation if it waits no longer, or is another one's
     */
    public void withdraw(UUID id) {
        answer(id, StanceAnswer.WITHDRAWN, ENDING);
    }

    private void answer(UUID id, StanceAnswer what, Access act) {
        Role as = require(act);
        proposals.lock();
        StanceProposal proposal = proposals.read().ours().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> log.notFound(act));
        UserId me = user.actor().id();
        if (!proposal.waits(clock.instant())) {
            throw new RuleViolation("stance.settled");
        } else if (what == StanceAnswer.WITHDRAWN && !proposal.by().by().equals(me)) {
            throw new RuleViolation("stance.of-another");
        } else if (what != StanceAnswer.WITHDRAWN && !proposal.isFor(me, as)) {
            throw new RuleViolation("stance.other-role");
        } else if (what == StanceAnswer.CONFIRMED
                && !staff.having(proposal.as()).contains(proposal.by().by())) {
            throw new RuleViolation("stance.void");
        }
        proposals.addAnswer(proposal.answered(what, as, user.actor().signed(clock.instant()), macs));
        log.changed(act);
    }

    private Role require(Access act) {
        return role().orElseThrow(() -> log.notFound(act));
    }

    /** Which of the two roles the person has; nobody has both. */
    private Optional<Role> role() {
        return Stream.of(Role.SUPERVISOR, Role.ADMINISTRATOR)
                .filter(user.actor()::is)
                .findFirst();
    }
}
