package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CaseView;
import org.durumi.cases.OpenCases;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenSummaryTest {
    private static final int NINE = 9;

    private final List<Participant> family =
            IntStream.range(0, NINE).mapToObj(CaseFixtures::entered).toList();

    private final OpenSummary open = in(Locale.ENGLISH);

    private OpenSummary in(Locale language) {
        CaseView view = new CaseView(OpenCases.ofOne(), family, List.of(), List.of(), List.of(), Map.of());
        return new OpenSummary(view, new Texts(language, ZoneId.of("Asia/Seoul")));
    }

    private Set<ParticipantId> of(String labels) {
        return family.stream()
                .filter(each -> labels.contains(each.label()))
                .map(Participant::id)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "-, ''",
        "C, Participant C",
        "AB, 'Participants A, B'",
        "ABC, Participants A–C",
        "ABCEFH, 'Participants A–C, E, F, H'",
        "ABCDEFGHI, Participants A–I"
    })
    void neighbours_are_named_by_the_first_and_the_last(String labels, String named) {
        assertEquals(named, open.names(of(labels)));
    }

    @Test
    void nine_are_named_in_korean() {
        assertEquals("대상자 A–I", in(Locale.KOREAN).names(of("ABCDEFGHI")));
    }

    @Test
    void what_is_said_of_several_is_said_once_in_the_place_of_the_first() {
        assertEquals(
                List.of("arrived: Participants A, C", "held: Participant B"),
                open.together(
                        Stream.of(said("A", "arrived"), said("B", "held"), said("C", "arrived")),
                        (line, who) -> line + ": " + who));
    }

    private Map.Entry<ParticipantId, String> said(String label, String line) {
        return Map.entry(of(label).iterator().next(), line);
    }
}
