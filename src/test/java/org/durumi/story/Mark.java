package org.durumi.story;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A text that stands nowhere else, typed into one field: Hangul, Hanja, Latin and digits, then something that a page, a query
 * or a template might take for its own.
 *
 * @param route where it was sent
 * @param text as it was typed
 */
record Mark(Route route, String field, String text) {
    /** With what every mark begins. */
    static final String STEM = "카나리金絲雀Kanari";

    /** With what begins what must stand in clear: by which colleagues and teams are told apart, and where it is said what a country does. */
    private static final String CLEAR_STEM = "두루미鶴Crane";

    private static final AtomicInteger COUNT = new AtomicInteger(100);
    /** Nobody of an earlier run bears the same name. */
    private static final int NAMES = new Random().nextInt(10_000);

    private static final List<String> HANGUL = List.of("가", "고", "구", "기", "나", "노", "누", "니", "마", "모");
    private static final List<String> LATIN = List.of("ga", "go", "gu", "gi", "na", "no", "nu", "ni", "ma", "mo");

    private static final List<String> HOSTILE = List.of(
            "\"><svg onload=alert(1)>",
            "</script><b>x</b><i>y",
            "javascript:alert(1)//",
            "${7*7}#{7*7}{{7*7}}..",
            "'><img src=x onerror=a>",
            "<!--';--/**/ or 1=1--",
            "\u1112\u1161\u11ab\u1100\u1173\u11af e\u0301 \uD83D\uDC69\u200D\uD83D\uDC67 \uD842\uDFB7\u200B\u200F\uFEFF\uA960");

    /** A mark for a field that takes so many characters. */
    static Mark next(Route route, String field, int longest) {
        int count = COUNT.incrementAndGet();
        String name = route.path().equals("/stances/new") ? "published" : field.substring(field.lastIndexOf('.') + 1);
        String text = text(name, count);
        if (text.codePointCount(0, text.length()) > longest) {
            throw new IllegalStateException(field + " at " + route + " is too short for a mark");
        }
        return new Mark(route, field, text);
    }

    /** A name takes letters of its script only. */
    private static String text(String field, int count) {
        return switch (field) {
            case "hangul" -> "카나리" + spoken(NAMES + count, HANGUL);
            case "han" -> "金絲雀" + (char) ('一' + NAMES + count);
            case "latin" -> "Kanari" + spoken(NAMES + count, LATIN);
            case "account" -> "kanari-" + spoken(NAMES + count, LATIN);
            case "handle", "teamName", "published" -> CLEAR_STEM + count + HOSTILE.get(count % HOSTILE.size());
            default -> STEM + count + HOSTILE.get(count % HOSTILE.size());
        };
    }

    /** A number in syllables of which no two sound alike: names of one family would be taken for one person otherwise. */
    private static String spoken(int number, List<String> syllables) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> syllables.get(digit - '0'))
                .collect(Collectors.joining());
    }

    /** Whether this was typed later where the other stood: the change of what an earlier form recorded. */
    boolean replaces(Mark other) {
        String recorded = other.route.path().replace("/new", "/{id}");
        return field.equals(other.field)
                && this != other
                && route.path().equals(recorded)
                && !route.equals(other.route);
    }

    /** As it must be stored and shown: composed, and without what nobody sees. */
    String stored() {
        return Normalizer.normalize(text.replaceAll("[\u200B\u200F\uFEFF]", ""), Normalizer.Form.NFC);
    }
}
