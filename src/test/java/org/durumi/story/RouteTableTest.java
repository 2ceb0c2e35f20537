package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.identity.Role;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    @Test
    void every_address_has_its_row_and_every_row_its_address() {
        Set<Route> declared = Stream.concat(Route.declared().stream(), RouteTable.OF_THE_SIGN_IN.stream())
                .collect(Collectors.toSet());
        declared.removeAll(RouteTable.OF_THE_MACHINE);

        assertEquals(Set.of(), without(declared, RouteTable.routes()), "addresses without a row in the table");
        assertEquals(Set.of(), without(RouteTable.routes(), declared), "rows without an address");
        assertTrue(declared.size() > 50, "the annotations were found");
    }

    @Test
    void pages_are_read_and_forms_are_sent_and_nothing_else() {
        assertEquals(
                Set.of("GET", "POST"),
                RouteTable.routes().stream().map(Route::method).collect(Collectors.toSet()));
    }

    @Test
    void nothing_of_a_case_is_public() {
        assertEquals(
                Set.of(),
                RouteTable.routes().stream()
                        .filter(each -> each.path().startsWith("/cases") && RouteTable.isPublic(each))
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_a_supervisor_alone_decides_comes_after_a_proof() {
        Set<Route> decided = RouteTable.routes().stream()
                .filter(Route::changes)
                .filter(each -> !RouteTable.isPublic(each)
                        && RouteTable.lets(each, Role.SUPERVISOR)
                        && !RouteTable.lets(each, Role.CASEWORKER))
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        new Route("POST", "/cases/{number}/closure/refusal"),
                        new Route("POST", "/cases/{number}/closure/withdrawal"),
                        new Route("POST", "/cases/{number}/erasure/refusal"),
                        new Route("POST", "/cases/{number}/erasure/withdrawal"),
                        new Route("POST", "/cases/{number}/erasure/stop"),
                        new Route("POST", "/cases/{number}/grants"),
                        new Route("POST", "/stances/{id}/refusal"),
                        new Route("POST", "/stances/{id}/withdrawal")),
                without(decided, Set.copyOf(Route.afterProof())),
                "without a proof: what leaves everything as it was, or takes a right away");
    }

    @Test
    void what_costs_money_silences_a_warning_or_shuts_somebody_out_comes_after_a_proof() {
        assertEquals(
                Set.of(),
                without(
                        Set.of(
                                new Route("POST", "/cases/{number}/quotes/{id}/accept"),
                                new Route("POST", "/cases/{number}/quotes/{id}/reject"),
                                new Route("POST", "/cases/{number}/alerts/{alert}/dismiss"),
                                new Route("POST", "/sessions")),
                        Set.copyOf(Route.afterProof())));
    }

    @Test
    void who_may_do_what_is_said_after_a_proof() {
        Set<Route> ofTheDesk = RouteTable.routes().stream()
                .filter(each ->
                        each.changes() && Stream.of("/staff", "/settings").anyMatch(each.path()::startsWith))
                .collect(Collectors.toSet());
        assertEquals(9, ofTheDesk.size());
        assertEquals(Set.of(), without(ofTheDesk, Set.copyOf(Route.afterProof())));
    }

    @Test
    void an_address_is_known_again() {
        Route stored = new Route("GET", "/cases/{number}/legs/{id}");
        assertTrue(stored.leadsFrom("/cases/C-2026-7F3KQM/legs/00000000-0000-4000-8000-0000000000a1"));
        assertFalse(stored.leadsFrom("/cases/C-2026-7F3KQM/legs/new"));
        assertTrue(new Route("GET", "/cases/{number}/quotes/{id}/{step: accept|reject}")
                .leadsFrom("/cases/C-2026-7F3KQM/quotes/00000000-0000-4000-8000-0000000000a1/reject"));
    }

    private static Set<Route> without(Set<Route> some, Set<Route> others) {
        return some.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }
}
