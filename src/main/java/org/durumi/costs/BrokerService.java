package org.durumi.costs;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.Changes;
import org.durumi.cases.Participants;
import org.durumi.cases.StageRequested;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** The brokers of a team: a caseworker adds one, a supervisor vets. Each reading and each change is recorded. */
@ApplicationScoped
@Transactional
public class BrokerService {
    /** Brokers of one page. */
    public static final int PAGE = 50;

    /** So many brokers a form offers to choose from. */
    private static final int CHOICES = 500;

    @Inject
    Prices prices;

    @Inject
    CostGuard guard;

    @Inject
    Macs macs;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    Clock clock;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    /**
     * One page of the brokers of the person's team.
     *
     * @param page from 0
     * @throws NotFound if the person is neither caseworker nor supervisor of a team; the refusal is recorded
     */
    public BrokerPage list(int page) {
        TeamId team = team(AccessAction.LIST, Role.CASEWORKER, Role.SUPERVISOR);
        log.record(Access.of(AccessAction.LIST, AccessGroup.BROKER));
        PageOf<Broker> read = PageOf.read(page, PAGE, request -> prices.brokers(team, request));
        List<Broker> found = guard.checked(read.rows());
        return new BrokerPage(found, handles(found), read.more());
    }

    /**
     * One broker of the person's team, as a page of one.
     *
     * @throws NotFound if there is no such broker in the team, or the person is neither caseworker nor supervisor of one
     */
    public BrokerPage one(BrokerId id) {
        TeamId team = team(AccessAction.OPEN, Role.CASEWORKER, Role.SUPERVISOR);
        log.record(Access.of(AccessAction.OPEN, AccessGroup.BROKER));
        Broker broker = guard.checked(prices.broker(id, team)).orElseThrow(NotFound::new);
        return new BrokerPage(List.of(broker), handles(List.of(broker)), false);
    }

    /** The brokers of the team to choose from when a quote is recorded, without those that are blacklisted. */
    public List<Broker> choices() {
        TeamId team = team(AccessAction.LIST, Role.CASEWORKER, Role.SUPERVISOR);
        log.record(Access.of(AccessAction.LIST, AccessGroup.BROKER));
        return guard.checked(prices.brokers(team, PageRequest.ofPage(1, CHOICES, false))).stream()
                .filter(broker -> broker.vetting() != Vetting.BLACKLISTED)
                .toList();
    }

    /** Adds a broker, unvetted, under the next code name. */
    public BrokerId add(@Valid NewBroker known) {
        TeamId team = team(AccessAction.CREATE, Role.CASEWORKER);
        user.requireChangesAllowed();
        Broker broker = Broker.add(
                prices.nextBrokerNumber(team), team, known, user.actor().signed(clock.instant()), macs);
        prices.add(broker);
        log.changed(Access.of(AccessAction.CREATE, AccessGroup.BROKER));
        return broker.id();
    }

    /**
     * A supervisor says how far a broker is checked. Blacklisting takes two: the first wish suspends the broker. Cases
     * with a quote of this broker, or with somebody who is with him, are assessed again.
     *
     * @param seen the version that the supervisor had before them
     * @throws NotFound if there is no such broker in the supervisor's team
     * @throws RuleViolation if the supervisor added the broker, or would be both of the two
     */
    public void vet(BrokerId id, Vetting found, int seen) {
        TeamId team = team(AccessAction.CHANGE, Role.SUPERVISOR);
        user.requireChangesAllowed();
        Broker broker = guard.checked(prices.broker(id, team)).orElseThrow(NotFound::new);
        broker.vet(found, seen, user.actor().signed(clock.instant()), macs);
        prices.save(broker);
        log.changed(Access.of(AccessAction.CHANGE, AccessGroup.BROKER));
        changes.reassess(Stream.concat(
                        prices.casesWithQuotesOf(id).stream().map(CaseId::new), participants.casesWith(id).stream())
                .toList());
    }

    /**
     * An entry of a journey names no broker but one of the case's team that is not blacklisted. Only a correction keeps one
     * who was blacklisted since, or who is of the team from which the case came: that they are with him must not get lost.
     */
    void brokerNamed(@Observes StageRequested request) {
        boolean ours = request.reported()
                .details()
                .broker()
                .map(named -> request.keeps(named)
                        || guard.checked(prices.broker(named, request.file().team()))
                                .filter(broker -> broker.vetting() != Vetting.BLACKLISTED)
                                .isPresent())
                .orElse(true);
        if (ours) {
            request.permit(StageRequested.Matter.BROKER);
        } else {
            request.refuse(RuleViolation.at("broker", "stage.broker.foreign"));
        }
    }

    private Map<UserId, String> handles(List<Broker> brokers) {
        return staff.handles(brokers.stream()
                .flatMap(broker -> Stream.of(
                                Optional.of(broker.added().by()),
                                broker.vetted().map(Signed::by),
                                broker.blacklistAskedBy())
                        .flatMap(Optional::stream))
                .toList());
    }

    private TeamId team(AccessAction action, Role... may) {
        Actor actor = user.actor();
        log.require(
                Stream.of(may).anyMatch(actor::is) && actor.team().isPresent(), Access.of(action, AccessGroup.BROKER));
        return actor.team().get();
    }
}
