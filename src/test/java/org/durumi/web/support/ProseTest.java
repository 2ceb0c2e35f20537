package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Prose.Chapter;
import org.durumi.web.support.Prose.Kind;
import org.durumi.web.support.Prose.Passage;
import org.durumi.web.support.Prose.ProseLine;
import org.durumi.web.support.Prose.Span;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void a_line_says_what_it_is_by_how_it_begins() {
        assertEquals(
                List.of(new Chapter(
                        "One",
                        List.of(
                                new Passage(Kind.PARAGRAPH, List.of(plain("First."))),
                                new Passage(Kind.PARAGRAPH, List.of(plain("Second, from 1 to 2."))),
                                new Passage(Kind.STEP, List.of(plain("Do this."), plain("Then that."))),
                                new Passage(Kind.POINT, List.of(plain("Mind it."))),
                                new Passage(
                                        Kind.WORD,
                                        List.of(new ProseLine("case", List.of(new Span("people on a way", "")))))))),
                Prose.chapters("""
                        # One
                        First.

                        Second, from 1 to 2.
                        1. Do this.
                        2. Then that.
                        - Mind it.
                        case :: people on a way
                        """));
    }

    @Test
    void a_link_leads_to_a_page_of_ours_only() {
        assertEquals(
                List.of(new Span("See ", ""), new Span("Review", "/review"), new Span(".", "")),
                spans("# X\nSee [Review](/review)."));
        assertEquals(
                List.of(new Span("See [this](https://example.org).", "")),
                spans("# X\nSee [this](https://example.org)."));
    }

    @Test
    void each_release_that_is_told_on_the_pages_is_told_in_the_changes() throws IOException {
        List<String> headings = Files.readString(Path.of("docs/changes.md"))
                .lines()
                .filter(each -> each.startsWith("## "))
                .map(each -> each.substring(3))
                .toList();
        assertEquals(
                headings,
                Prose.of("news/news", Locale.ENGLISH).stream()
                        .map(Chapter::title)
                        .toList());
        assertTrue(News.newest() > 0);
        assertEquals(Math.min(5, News.newest()), News.last(Locale.KOREAN).size());
    }

    @Test
    void both_languages_say_the_same_in_the_same_order() {
        for (String name : List.of(
                "news/news",
                "help/everybody",
                "help/caseworker",
                "help/supervisor",
                "help/auditor",
                "help/administrator")) {
            assertEquals(shape(name, Texts.LANGUAGES.get(0)), shape(name, Texts.LANGUAGES.get(1)), name);
        }
    }

    /** Kinds of lines, and where each leads. */
    private static List<String> shape(String name, Locale language) {
        return Prose.of(name, language).stream()
                .flatMap(chapter -> Stream.concat(
                        Stream.of("chapter"),
                        chapter.blocks().stream()
                                .flatMap(block -> block.lines().stream()
                                        .map(line -> block.kind() + " "
                                                + line.spans().stream()
                                                        .map(Span::address)
                                                        .filter(each -> !each.isEmpty())
                                                        .toList()))))
                .toList();
    }

    private static ProseLine plain(String text) {
        return new ProseLine("", List.of(new Span(text, "")));
    }

    private static List<Span> spans(String text) {
        return Prose.chapters(text).get(0).blocks().get(0).lines().get(0).spans();
    }
}
