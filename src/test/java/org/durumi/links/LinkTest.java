package org.durumi.links;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.DomainTables;
import org.durumi.cases.CaseFile;
import org.durumi.cases.EveryCase.Whose;
import org.durumi.cases.OpenCases;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacKey;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** What becomes of a link, and what is refused. */
class LinkTest {
    private static final TeamId OTHERS = TeamId.of("7d9c1d5e-0000-4000-8000-000000000002");
    private static final Actor BAE = new Actor(new UserId("bae"), Set.of(Role.SUPERVISOR), Optional.of(OTHERS), "");
    private static final ParticipantId SOMEBODY = ParticipantId.create();

    private final CaseFile file = OpenCases.ofOne();

    @Test
    void a_caseworkers_wish_waits_and_a_supervisors_is_decided_in_one_team() {
        assertEquals(
                LinkState.WISHED, wanted(HANEUL, TEAM, LinkKind.SAME_BROKER).state());
        assertEquals(LinkState.STANDS, wanted(SEO, TEAM, LinkKind.SAME_BROKER).state());
        assertEquals(LinkState.ASKED, wanted(SEO, OTHERS, LinkKind.SAME_BROKER).state());
    }

    @Test
    void what_nobody_has_the_number_of_is_asked_like_any_other() {
        Link asked = Link.want(file, Optional.empty(), wish(LinkKind.SAME_EVENT), true, hand(SEO));

        assertEquals(LinkState.ASKED, asked.state());
        assertEquals(Set.of(LinkAct.END), asked.acts(true, false, true, false));
    }

    @Test
    void that_two_people_are_one_needs_a_person_on_each_side_also_in_one_team() {
        assertThrows(RuleViolation.class, () -> wanted(SEO, TEAM, LinkKind.SAME_PERSON));
        NewLink wish = new NewLink(CaseNumber.draw(2026), LinkKind.SAME_PERSON, Optional.of(SOMEBODY), "why");
        Link link = Link.want(file, other(TEAM), wish, true, hand(SEO));
        assertEquals(LinkState.ASKED, link.state());
        assertThrows(RuleViolation.class, () -> link.agree(Optional.empty(), hand(SEO)));
        assertEquals(LinkState.ASKED, link.state());

        ParticipantId there = ParticipantId.create();
        link.agree(Optional.of(there), hand(SEO));

        assertEquals(LinkState.STANDS, link.state());
        assertEquals(Optional.of(SOMEBODY), link.participant(file.id()));
        assertEquals(Optional.of(there), link.participant(link.askedCase().orElseThrow()));
    }

    @Test
    void who_asked_for_one_team_does_not_answer_for_the_other() {
        Link asked = in(LinkState.ASKED);

        RuleViolation refused = assertThrows(RuleViolation.class, () -> asked.agree(Optional.empty(), hand(SEO)));

        assertEquals("link.same-person", refused.messageKey());
        assertEquals(LinkState.ASKED, asked.state());
    }

    @Test
    void only_an_answer_tells_that_there_is_another_side() {
        for (LinkState state : LinkState.values()) {
            assertEquals(state == LinkState.STANDS, in(state).isAnswered(), state::name);
        }
        Link declined = in(LinkState.ASKED);
        declined.decline("why", hand(BAE));
        assertTrue(declined.isAnswered());
        Link ended = in(LinkState.STANDS);
        ended.end("why", hand(SEO));
        assertTrue(ended.isAnswered());
    }

    @Test
    void from_no_state_something_happens_that_does_not_follow() {
        for (LinkState state : LinkState.values()) {
            if (state != LinkState.SUGGESTED && state != LinkState.WISHED) {
                assertThrows(RuleViolation.class, () -> in(state).ask(true, Optional.empty(), "", hand(SEO)));
            }
            if (state != LinkState.ASKED) {
                assertThrows(RuleViolation.class, () -> in(state).agree(Optional.empty(), hand(BAE)));
            }
            if (state == LinkState.STANDS || state == LinkState.DECLINED || state == LinkState.ENDED) {
                assertThrows(RuleViolation.class, () -> in(state).decline("why", hand(SEO)));
            }
            if (state != LinkState.ASKED && state != LinkState.STANDS) {
                assertThrows(RuleViolation.class, () -> in(state).end("why", hand(SEO)));
            }
        }
    }

    @Test
    void declining_and_ending_need_a_reason() {
        assertThrows(RuleViolation.class, () -> in(LinkState.ASKED).decline(" \u200b", hand(SEO)));
        assertThrows(RuleViolation.class, () -> in(LinkState.STANDS).end("", hand(SEO)));
    }

    @Test
    void every_change_is_marked_and_a_strange_one_is_noticed() {
        for (LinkState state : LinkState.values()) {
            assertTrue(in(state).isGenuine(TestKeys.macs()), state::name);
        }
        assertFalse(in(LinkState.ASKED).isGenuine(new OtherMacs()), "of another installation");
    }

    @Test
    void the_document_says_who_may_do_what() {
        List<List<String>> expected = new ArrayList<>();
        for (LinkState state : LinkState.values()) {
            Link link = in(state);
            expected.add(List.of(
                    state.name(),
                    words(link.acts(true, true, false, false)),
                    words(link.acts(true, false, true, false)),
                    words(link.acts(false, true, false, false)),
                    words(link.acts(false, false, true, false))));
        }
        assertEquals(expected, DomainTables.rows("links.md", "state"));
    }

    private static final class OtherMacs extends Macs {
        @Override
        protected MacKey key(MacUse use) {
            return new MacKey(new byte[MacKey.LENGTH]).derived("another");
        }

        @Override
        public boolean areLocked() {
            return false;
        }
    }

    private static String words(Set<LinkAct> acts) {
        return acts.isEmpty()
                ? "–"
                : String.join(
                        ", ", EnumSet.copyOf(acts).stream().map(Enum::name).toList());
    }

    private Link in(LinkState state) {
        Link suggested = Link.suggest(
                file, other(OTHERS).orElseThrow(), FoundLink.of(LinkKind.SAME_EVENT, CaseId.create()), hand(HANEUL));
        switch (state) {
            case SUGGESTED -> {}
            case WISHED -> suggested.ask(false, Optional.empty(), "", hand(HANEUL));
            case ASKED -> suggested.ask(true, Optional.empty(), "", hand(SEO));
            case STANDS -> {
                suggested.ask(true, Optional.empty(), "", hand(SEO));
                suggested.agree(Optional.empty(), hand(BAE));
            }
            case DECLINED -> suggested.decline("why", hand(HANEUL));
            case ENDED -> {
                suggested.ask(true, Optional.empty(), "", hand(SEO));
                suggested.end("why", hand(SEO));
            }
        }
        return suggested;
    }

    private Link wanted(Actor who, TeamId team, LinkKind kind) {
        return Link.want(file, other(team), wish(kind), who == SEO, hand(who));
    }

    private static NewLink wish(LinkKind kind) {
        return new NewLink(CaseNumber.draw(2026), kind, Optional.empty(), "why");
    }

    private static Optional<Whose> other(TeamId team) {
        return Optional.of(new Whose(CaseId.create(), CaseNumber.draw(2026), team));
    }

    private static Link.Hand hand(Actor who) {
        return new Link.Hand(who.signed(NOW), TestKeys.ofOrganisation(), TestKeys.macs());
    }
}
