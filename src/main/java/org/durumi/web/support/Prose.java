package org.durumi.web.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of prose: a file for each language, which a person can read and write as it is.
 *
 * <p>A line that begins with # is the title of a chapter, «1.» a step, «-» a point, «word :: meaning» a word; any other line is a
 * paragraph, an empty one says nothing. In a line [text](/address) is a link to a page of ours.
 */
public final class Prose {
    private static final Map<String, List<Chapter>> READ = new ConcurrentHashMap<>();
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((/[^)]*)\\)");
    private static final Pattern STEP = Pattern.compile("\\d+\\. +");

    private Prose() {}

    /** What a line is. */
    public enum Kind {
        PARAGRAPH,
        STEP,
        POINT,
        WORD
    }

    /** A piece of a line; the address is empty if it is no link. */
    public record Span(String text, String address) {}

    /** Lines of one kind that follow each other. */
    public record Passage(Kind kind, List<ProseLine> lines) {}

    /**
     * One line.
     *
     * @param word what it explains; empty if it explains no word
     */
    public record ProseLine(String word, List<Span> spans) {}

    /** What stands below one title. */
    public record Chapter(String title, List<Passage> blocks) {}

    /**
     * The chapters of a file below org/durumi, in a language.
     *
     * @param name such as «help/caseworker»
     */
    public static List<Chapter> of(String name, Locale language) {
        return READ.computeIfAbsent(name + "_" + language.getLanguage() + ".txt", Prose::read);
    }

    private static List<Chapter> read(String file) {
        try (InputStream in = Objects.requireNonNull(Prose.class.getResourceAsStream("/org/durumi/" + file), file)) {
            return chapters(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Chapter> chapters(String text) {
        List<Chapter> chapters = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            if (line.startsWith("# ")) {
                chapters.add(new Chapter(line.substring(2), new ArrayList<>()));
            } else {
                add(chapters.get(chapters.size() - 1).blocks(), line);
            }
        }
        return List.copyOf(chapters);
    }

    private static void add(List<Passage> blocks, String line) {
        Kind kind = kind(line);
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).kind() != kind || kind == Kind.PARAGRAPH) {
            blocks.add(new Passage(kind, new ArrayList<>()));
        }
        blocks.get(blocks.size() - 1).lines().add(line(kind, line));
    }

    private static Kind kind(String line) {
        if (STEP.matcher(line).lookingAt()) {
            return Kind.STEP;
        } else if (line.startsWith("- ")) {
            return Kind.POINT;
        }
        return line.contains(" :: ") ? Kind.WORD : Kind.PARAGRAPH;
    }

    private static ProseLine line(Kind kind, String line) {
        return switch (kind) {
            case PARAGRAPH -> new ProseLine("", spans(line));
            case STEP -> new ProseLine("", spans(STEP.matcher(line).replaceFirst("")));
            case POINT -> new ProseLine("", spans(line.substring(2)));
            case WORD -> {
                int end = line.indexOf(" :: ");
                yield new ProseLine(line.substring(0, end), spans(line.substring(end + 4)));
            }
        };
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        Matcher link = LINK.matcher(line);
        int end = 0;
        while (link.find()) {
            if (link.start() > end) {
                spans.add(new Span(line.substring(end, link.start()), ""));
            }
            spans.add(new Span(link.group(1), link.group(2)));
            end = link.end();
        }
        if (end < line.length()) {
            spans.add(new Span(line.substring(end), ""));
        }
        return List.copyOf(spans);
    }
}
