package org.durumi.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code name tells nobody how many brokers other teams know. */
@ExtendWith(ArquillianExtension.class)
class BrokerNumbersIT {
    private static final int AT_ONCE = 8;

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    BrokerService brokers;

    @Test
    void each_team_counts_its_brokers_from_one_also_when_many_are_added_at_once() throws Exception {
        Actor east = caseworker("minjun");
        Actor west = caseworker("jiwoo");
        requests.atOnce(AT_ONCE, east, this::add);

        add(west);
        add(west);

        assertEquals(
                IntStream.rangeClosed(1, AT_ONCE).mapToObj(each -> "B-" + each).toList(), codeNames(east));
        assertEquals(List.of("B-1", "B-2"), codeNames(west));
    }

    private Actor caseworker(String name) throws Exception {
        TeamId team = new TeamId(UUID.randomUUID());
        Actor actor = new Actor(new UserId(name), Set.of(Role.CASEWORKER), Optional.of(team), "");
        told.team(team, actor);
        return actor;
    }

    private Object add() {
        return brokers.add(new NewBroker(BrokerKind.GUIDE, IntroducedBy.RELATIVE));
    }

    private void add(Actor caseworker) throws Exception {
        requests.as(caseworker, this::add);
    }

    private List<String> codeNames(Actor caseworker) throws Exception {
        return requests.as(caseworker, () -> brokers.list(0)).brokers().stream()
                .map(Broker::codeName)
                .toList();
    }
}
