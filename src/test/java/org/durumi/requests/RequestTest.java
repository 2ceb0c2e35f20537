package org.durumi.requests;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.approval.WaivedContent;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.CaseFile;
import org.durumi.cases.OpenCases;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final Actor MINJUN = new Actor(new UserId("minjun"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final WaivedContent STOPPED = WaivedContent.of(WaiverSubject.DEPARTURE, SOMEBODY, List.of("R05"));
    private static final String REASON = "The broker leaves tonight, and she has nowhere to go.";
    private static final Instant LATE = NOW.plus(Duration.ofDays(7));

    @Test
    void it_says_what_is_to_pass_and_keeps_what_was_typed() {
        Request asked = asked();

        assertEquals(RequestKind.WAIVER, asked.kind());
        assertEquals(REASON, asked.reason());
        assertEquals(List.of(STOPPED), asked.stopped());
        assertEquals(Set.of(new ParticipantId(SOMEBODY)), asked.leaving());
        assertEquals(Optional.empty(), asked.quote());
        assertEquals(
                Map.of("departure", List.of("PLANNED"), "who[]", List.of("a", "b")),
                asked.typed().orElseThrow().byName());
    }

    @Test
    void another_person_answers_it_once_and_says_why_not() {
        Request asked = asked();

        assertEquals("request.own", refusal(() -> asked.answer(yes(), by(HANEUL, NOW))));
        assertEquals(
                "request.word.needed", refusal(() -> asked.answer(answer(RequestState.DECLINED, " "), by(SEO, NOW))));
        for (RequestState none : Set.of(RequestState.ASKED, RequestState.WITHDRAWN, RequestState.VOID)) {
            assertEquals("form.choose", refusal(() -> asked.answer(answer(none, "a word"), by(SEO, NOW))));
        }
        assertTrue(asked.isWaiting(NOW));

        asked.answer(answer(RequestState.DECLINED, " not tonight "), by(SEO, NOW));

        assertEquals("not tonight", asked.word());
        assertEquals(SEO.id(), asked.settled().orElseThrow().by());
        assertEquals("request.settled", refusal(() -> asked.answer(yes(), by(SEO, NOW))));
        assertEquals("request.settled", refusal(() -> asked.withdraw(by(HANEUL, NOW))));
    }

    @Test
    void only_who_asked_takes_it_back() {
        Request asked = asked();

        assertEquals("request.withdraw.other", refusal(() -> asked.withdraw(by(MINJUN, NOW))));
        asked.withdraw(by(HANEUL, NOW));

        assertEquals(RequestState.WITHDRAWN, asked.state());
    }

    @Test
    void it_expires_by_its_day_and_nobody_writes_that() {
        Request asked = asked();

        assertTrue(asked.isWaiting(LATE.minusMillis(1)));
        assertFalse(asked.isWaiting(LATE));
        assertTrue(asked.isExpired(LATE));
        assertEquals(Optional.of(LATE), asked.ended(LATE));
        assertEquals("request.expired", refusal(() -> asked.answer(yes(), by(SEO, LATE))));
        assertEquals("request.expired", refusal(() -> asked.withdraw(by(HANEUL, LATE))));
        assertEquals(RequestState.ASKED, asked.state());
    }

    @Test
    void what_has_ended_is_worth_a_look_for_a_week_and_what_was_taken_back_is_not() {
        Request waits = asked();
        Request granted = asked();
        granted.answer(yes(), by(SEO, NOW));
        Request back = asked();
        back.withdraw(by(HANEUL, NOW));
        Requests all = new Requests(List.of(waits, granted, back));

        assertEquals(List.of(waits), all.waiting(NOW));
        assertEquals(List.of(waits, granted), all.recent(NOW));
        assertEquals(List.of(waits), all.recent(NOW.plus(Duration.ofDays(7)).plusMillis(1)));
        assertEquals(List.of(), all.recent(NOW.plus(Duration.ofDays(14)).plusMillis(1)));
        assertEquals(Set.of(HANEUL.id(), SEO.id()), all.people());
    }

    private static Request asked() {
        return Request.forWaiver(
                FILE,
                List.of(STOPPED),
                REASON,
                Optional.of(TypedForm.of(
                        "/cases/C-2026-7F3KQM/stages/new?stage=TRANSIT",
                        Map.of("departure", List.of("PLANNED"), "who[]", List.of("a", "b")))),
                by(HANEUL, NOW));
    }

    private static NewRequestAnswer yes() {
        return answer(RequestState.GRANTED, "");
    }

    private static NewRequestAnswer answer(RequestState state, String word) {
        return new NewRequestAnswer(state, Optional.empty(), false, word);
    }

    private static Recording by(Actor who, Instant when) {
        return new Recording(who.signed(when), TestKeys.of(FILE.id()));
    }

    private static String refusal(Runnable act) {
        return assertThrows(RuleViolation.class, act::run).messageKey();
    }
}
