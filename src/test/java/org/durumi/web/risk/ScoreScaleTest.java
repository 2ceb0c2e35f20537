package org.durumi.web.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.durumi.jte.StaticTemplates;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;
import org.durumi.reports.Risk;
import org.durumi.reports.SummaryPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bar of a score reaches as many marks as its level is above the lowest, on the page and in print. */
class ScoreScaleTest {
    private static final SummaryPage PRINTED = new SummaryPage(new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul")));

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 20, 44, 45, 69, 70, 100})
    void a_bar_reaches_the_marks_of_its_level(int score) {
        Level level = Level.ofScore(score);
        Risk.Assessment assessed = new Risk.Assessment(score, level, List.of(), List.of());

        assertEquals(
                Level.thresholds().stream().filter(each -> score >= each).count(),
                marksReached(new StaticTemplates().riskScale(score, level).render()));
        assertEquals(
                Level.thresholds().stream().filter(each -> score >= each).count(),
                marksReached(new StaticTemplates()
                        .reportsRisk(PRINTED, List.of(new Risk.PersonRisk("A", Optional.of(assessed))))
                        .render()));
    }

    private static int marksReached(String drawn) {
        Elements boxes = Jsoup.parse(drawn).select("svg.scale rect");
        int end = number(boxes.get(1), "width");
        List<Element> marks = boxes.subList(2, boxes.size());
        assertEquals(Level.thresholds().size(), marks.size());
        return (int) marks.stream()
                .filter(mark -> number(mark, "x") + number(mark, "width") / 2 <= end)
                .count();
    }

    private static int number(Element box, String attribute) {
        return Integer.parseInt(box.attr(attribute));
    }
}
