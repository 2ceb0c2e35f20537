package org.durumi.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as it is compared: spellings of North and South, the usual romanisations and both orders of surname and given name
 * meet. The rules and their examples stand in docs/domain/names.md. Pure functions of the text.
 *
 * <p>Han characters meet only the same Han characters: how one reads them depends on the country.
 */
final class NameKey {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻ`´]");
    private static final Pattern JOINTS = Pattern.compile("[-‐‑‒–—−·・‧•∙ㆍ]");
    private static final Pattern SPACES = Pattern.compile("[\\s,]+");

    /** Surnames of two syllables. */
    private static final Set<String> LONG_SURNAMES = Set.of("남궁", "황보", "제갈", "사공", "선우", "독고", "동방", "서문", "망절");

    /** How the usual surnames sound; where one of them stands tells the order of a name in Latin letters. */
    private static final Set<String> SURNAMES = Stream.concat(
                    LONG_SURNAMES.stream(),
                    Arrays.stream(("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 유 전 홍 고 문 양 손 배"
                                    + " 백 허 남 심 노 하 곽 성 차 주 우 구 나 민 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석"
                                    + " 설 마 표 반 왕 금 육 맹 제 모 탁 용")
                            .split(" ")))
            .map(Sound::ofHangul)
            .collect(Collectors.toUnmodifiableSet());

    private static final int SHORTEST_SOUND = 3;
    private static final String BOUNDARY = " ";

    /** One way to take a name apart. */
    private record Reading(String surname, String given, String spelled) {
        String sound() {
            return Sound.together(surname) + BOUNDARY + Sound.together(given);
        }
    }

    private final NameForm script;
    private final String plain;
    private final int parts;
    private final List<Reading> readings;

    private NameKey(NameForm script, String plain, int parts, List<Reading> readings) {
        this.script = script;
        this.plain = plain;
        this.parts = parts;
        this.readings = readings;
    }

    static NameKey of(String name) {
        String text = Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (text.codePoints().anyMatch(Sound::isSyllable)) {
            return ofHangul(List.of(SPACES.split(JOINTS.matcher(text).replaceAll(""))));
        }
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            String characters =
                    SPACES.matcher(JOINTS.matcher(text).replaceAll("")).replaceAll("");
            return new NameKey(NameForm.HAN, characters, characters.codePointCount(0, characters.length()), List.of());
        }
        return ofLatin(text);
    }

    private static NameKey ofHangul(List<String> words) {
        String whole = String.join("", words);
        String last = words.get(words.size() - 1);
        List<Reading> readings = new ArrayList<>();
        readings.add(hangul(whole.substring(0, 1), whole.substring(1)));
        if (whole.length() > 2 && LONG_SURNAMES.contains(whole.substring(0, 2))) {
            readings.add(hangul(whole.substring(0, 2), whole.substring(2)));
        }
        if (whole.length() == 2) {
            readings.add(hangul("", whole));
        }
        if (words.size() > 1 && (last.length() == 1 || LONG_SURNAMES.contains(last))) {
            readings.add(hangul(last, whole.substring(0, whole.length() - last.length())));
        }
        return new NameKey(NameForm.HANGUL, whole, whole.length(), readings);
    }

    private static Reading hangul(String surname, String given) {
        String family = Sound.southern(surname);
        String own = Sound.southern(given);
        return new Reading(Sound.ofHangul(family), Sound.ofHangul(own), family + own);
    }

    private static NameKey ofLatin(String text) {
        String letters = MARKS.matcher(
                        Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll(""), Normalizer.Form.NFD))
                .replaceAll("");
        List<List<String>> words = Stream.of(SPACES.split(letters))
                .map(word -> Stream.of(JOINTS.split(word))
                        .filter(part -> !part.isEmpty())
                        .toList())
                .filter(word -> !word.isEmpty())
                .toList();
        String plain = words.stream().flatMap(List::stream).collect(Collectors.joining());
        int parts = (int) words.stream().flatMap(List::stream).count();
        return new NameKey(NameForm.LATIN, plain, parts, latin(words));
    }

    /** A name of several words begins or ends with the surname; if only one of the two is a usual one, there is no doubt. */
    private static List<Reading> latin(List<List<String>> words) {
        int last = words.size() - 1;
        if (last < 1) {
            return List.of(new Reading("", words.isEmpty() ? "" : sound(words), ""));
        }
        Reading before = new Reading(sound(words.subList(0, 1)), sound(words.subList(1, last + 1)), "");
        Reading after = new Reading(sound(words.subList(last, last + 1)), sound(words.subList(0, last)), "");
        boolean begins = SURNAMES.contains(before.surname());
        boolean ends = SURNAMES.contains(after.surname());
        return begins == ends ? List.of(before, after) : List.of(begins ? before : after);
    }

    private static String sound(List<List<String>> words) {
        List<String> parts = words.stream().flatMap(List::stream).toList();
        StringBuilder sound = new StringBuilder(Sound.ofLatin(parts.get(0), true));
        parts.stream().skip(1).forEach(part -> sound.append(Sound.ofLatin(part, false)));
        return sound.toString();
    }

    /**
     * What is indexed of the name: its sound in every reading, or its Han characters. Empty for a surname alone, which would
     * tell a sixth of all people from the rest and find nobody.
     */
    Set<String> indexed() {
        if (parts == 0 || !isMoreThanASurname()) {
            return Set.of();
        }
        return script == NameForm.HAN ? Set.of(plain) : sounds();
    }

    private boolean isMoreThanASurname() {
        return parts > 1
                || script == NameForm.LATIN
                        && readings.stream()
                                .map(Reading::given)
                                .allMatch(given -> given.length() > SHORTEST_SOUND && !SURNAMES.contains(given));
    }

    /** Whether both can be the name of one person. */
    boolean isSame(NameKey other) {
        if (script != other.script) {
            return script != NameForm.HAN && other.script != NameForm.HAN && meet(sounds(), other.sounds());
        }
        return switch (script) {
            case HAN -> plain.equals(other.plain);
            case HANGUL -> meet(spellings(), other.spellings());
            case LATIN -> meet(sounds(), other.sounds());
        };
    }

    /** Whether somebody who searches for this finds the name: the term stands in it, or a part of the name begins like it. */
    boolean isFoundBy(NameKey term) {
        if (term.plain.isEmpty()) {
            return false;
        }
        boolean spelled = plain.contains(term.plain)
                || spellings().stream()
                        .anyMatch(each -> term.spellings().stream().anyMatch(each::contains));
        return spelled
                || script != NameForm.HAN
                        && term.script != NameForm.HAN
                        && (script != term.script || script == NameForm.LATIN)
                        && term.sounds().stream().map(String::strip).anyMatch(this::soundsLike);
    }

    private boolean soundsLike(String term) {
        return readings.stream()
                .flatMap(each -> Stream.of(each.sound(), Sound.together(each.surname()), Sound.together(each.given())))
                .anyMatch(part -> term.length() < SHORTEST_SOUND ? part.equals(term) : part.startsWith(term));
    }

    private Set<String> sounds() {
        return readings.stream()
                .map(Reading::sound)
                .filter(sound -> !sound.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> spellings() {
        return script == NameForm.HANGUL
                ? readings.stream().map(Reading::spelled).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    @Override
    public String toString() {
        return "name key";
    }
}
