package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;

class VolumesTest {
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));

    @Test
    void a_usual_case_is_one_volume_as_it_was() {
        CaseSummary usual = Summaries.withEntries(300);
        assertSame(usual, Volumes.of(usual, KOREAN).getFirst());
        assertEquals(1, Volumes.of(usual, KOREAN).size());
    }

    @Test
    void a_long_case_comes_in_volumes_that_hold_everything_once_in_its_order() {
        CaseSummary usual = Summaries.kunming();
        List<Attempts.Attempt> many = IntStream.rangeClosed(1, 2_000)
                .mapToObj(each ->
                        new Attempts.Attempt("대상자 A", each, PartialDate.unknown(), "발각", "가나다라마바사아자차".repeat(50)))
                .toList();
        CaseSummary large = new CaseSummary(
                usual.head(),
                Stream.concat(usual.sections().stream(), Stream.of(new Attempts(many)))
                        .toList());

        List<CaseSummary> volumes = Volumes.of(large, KOREAN);

        assertTrue(volumes.size() > 3, () -> volumes.size() + " volumes");
        assertEquals(
                IntStream.rangeClosed(1, volumes.size())
                        .mapToObj(each -> new CaseSummary.Volume(each, volumes.size()))
                        .toList(),
                volumes.stream().map(CaseSummary::volume).toList());
        assertEquals(
                large.sections().stream()
                        .flatMap(each -> each.pieces().stream())
                        .map(Object::toString)
                        .toList(),
                volumes.stream()
                        .flatMap(each -> each.sections().stream())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void a_volume_says_which_it_is_and_has_at_most_two_hundred_pages() {
        List<Attempts.Attempt> many = IntStream.rangeClosed(1, 700)
                .mapToObj(each ->
                        new Attempts.Attempt("대상자 A", each, PartialDate.unknown(), "발각", "가나다라마바사아자차".repeat(50)))
                .toList();
        List<CaseSummary> volumes =
                Volumes.of(new CaseSummary(Summaries.kunming().head(), List.of(new Attempts(many))), KOREAN);

        PrintedSummary first = new PrintedSummary(new SummaryPdf(() -> 7).render(volumes.getFirst(), KOREAN));

        assertTrue(
                first.pages().size() <= Volumes.MOST_PAGES, () -> first.pages().size() + " pages");
        assertTrue(
                first.pages().size() > Volumes.MOST_PAGES / 2,
                () -> first.pages().size() + " pages");
        assertTrue(first.text().contains(KOREAN.text("summary.volume", 1, volumes.size())), "which it is");
    }
}
