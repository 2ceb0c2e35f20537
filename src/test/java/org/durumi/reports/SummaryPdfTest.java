package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.durumi.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryPdfTest {
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneId.of("Asia/Seoul"));
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
    private static final Map<String, String> MEAN_THE_SAME = Map.of("\u00ad", "-", "∼", "~", "≒", "≈", "◈", "◆");
    private static final int SIGNS_OF_A_LINE = 20;
    private static final int LARGEST = 400 * 1024;
    private static final SummaryPdf PDF = new SummaryPdf(() -> 7);
    private static final byte[] KUNMING_KO = PDF.render(Summaries.kunming(), KOREAN);
    private static final byte[] KUNMING_EN = PDF.render(Summaries.kunming(), ENGLISH);
    private static final byte[] LONG_KO = PDF.render(Summaries.withEntries(40), KOREAN);
    private static final byte[] LONG_EN = PDF.render(Summaries.withEntries(40), ENGLISH);

    @Test
    void korean_chinese_and_latin_come_back_as_they_went_in() {
        String text = new PrintedSummary(KUNMING_KO).text();
        for (String word : List.of(
                "C-2026-7F3KQM",
                "대상자 A",
                "대상자 B",
                "쿤밍",
                "昆明",
                "(Kunming)",
                "昆明市公安局",
                "랴오닝 辽宁",
                "북부팀 North team",
                "haneul",
                "육로",
                "강제송환 위험",
                "R01",
                "−75",
                "KRW 2,500,000",
                "USD 3,200.50",
                "around USD 1 916",
                "RED CEDAR 红松",
                "지금 할 일",
                "차단: 출발",
                "정정됨",
                "미확인",
                "“last month”",
                "2023-01-12 12:20",
                "417")) {
            assertTrue(text.replace('\u00a0', ' ').contains(word), word);
        }
        assertTrue(new PrintedSummary(KUNMING_EN).text().contains("Risk of being sent back"));
    }

    @Test
    void every_font_is_embedded_and_holds_only_what_is_printed() throws Exception {
        for (byte[] file : List.of(KUNMING_KO, KUNMING_EN)) {
            List<PDFont> fonts = new PrintedSummary(file).fonts();
            assertFalse(fonts.isEmpty());
            for (PDFont font : fonts) {
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().matches("[A-Z]{6}\\+(Pretendard|NotoSans).*"), font.getName());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ua1", "2a"})
    void the_file_can_be_read_aloud_and_kept_for_decades(String standard) throws Exception {
        for (byte[] file : List.of(KUNMING_KO, KUNMING_EN, LONG_KO)) {
            assertEquals("", new PrintedSummary(file).violations(standard));
        }
    }

    @Test
    void the_drawn_way_is_told_to_who_does_not_see_it() throws Exception {
        String told = String.join("\n", new PrintedSummary(KUNMING_KO).alternatives());
        for (String sentence : List.of(
                "중국 랴오닝 辽宁에서 중국 쿤밍 昆明 (Kunming)까지: 택시 · 완료 · 4일 소요",
                "까지: 버스 · 대상자 B · 이동 중",
                "라오스까지: 도보 · 대상자 A · 중단",
                "라오스까지 가지 못함",
                "장소 모름까지: 이동 수단 모름")) {
            assertTrue(told.contains(sentence), told);
        }
    }

    @Test
    void every_page_of_a_draft_says_so() {
        assertEquals(Set.of("초안"), Set.copyOf(new PrintedSummary(LONG_KO).watermarks()));
        assertEquals(Set.of("DRAFT"), Set.copyOf(new PrintedSummary(LONG_EN).watermarks()));
    }

    @Test
    void every_page_says_its_number_its_case_and_its_classification() {
        List<String> korean = new PrintedSummary(LONG_KO).pages();
        List<String> english = new PrintedSummary(LONG_EN).pages();
        assertTrue(korean.size() > 3);
        for (int i = 0; i < korean.size(); i++) {
            String page = korean.get(i);
            assertTrue(page.contains((i + 1) + " / " + korean.size() + "쪽"), page);
            assertTrue(page.contains("C-2026-7F3KQM"), page);
            assertTrue(page.contains("대외비 · 내부용"), page);
            assertTrue(page.contains("출력 번호 " + Summaries.EXPORT), page);
            assertTrue(page.contains("대한민국 시간 (UTC+9)"), page);
        }
        for (int i = 0; i < english.size(); i++) {
            assertTrue(english.get(i).contains("Page " + (i + 1) + " / " + english.size()), english.get(i));
            assertTrue(english.get(i).contains("Confidential – internal"), english.get(i));
            assertTrue(english.get(i).contains("Export " + Summaries.EXPORT), english.get(i));
            assertTrue(english.get(i).contains("Korean Time (UTC+9)"), english.get(i));
        }
    }

    @Test
    void a_table_repeats_its_head_on_every_page() {
        List<String> pages = new PrintedSummary(LONG_EN).pages();
        long heads =
                pages.stream().filter(page -> page.contains("What happened")).count();
        assertTrue(heads >= 3, () -> heads + " of " + pages.size());
    }

    @Test
    void no_heading_stands_alone_at_the_end_of_a_page() {
        Set<String> headings = Set.of(
                "Participants",
                "Risk of being sent back",
                "Alerts",
                "Waived blocks",
                "Timeline",
                "Route",
                "Earlier attempts",
                "Phones",
                "Costs: quoted against the usual price");
        for (int entries = 1; entries <= 23; entries += 2) {
            byte[] file = PDF.render(Summaries.withEntries(entries), ENGLISH);
            for (List<String> page : new PrintedSummary(file).lines()) {
                String last = page.get(page.size() - 3);
                assertFalse(headings.contains(last) || last.startsWith("When Who"), last + " with " + entries);
            }
        }
    }

    @Test
    void the_metadata_tell_nothing_of_people_and_machines() throws Exception {
        try (PDDocument document = Loader.loadPDF(KUNMING_KO)) {
            var information = document.getDocumentInformation();
            assertEquals(Set.of("Title", "Subject", "Producer", "CreationDate"), information.getMetadataKeys());
            assertEquals("사례 요약", information.getTitle());
            assertEquals("Durumi", information.getProducer());
            assertEquals(Summaries.NOW, information.getCreationDate().toInstant());
            assertEquals(0, information.getCreationDate().getTimeZone().getRawOffset());
            assertEquals("ko", document.getDocumentCatalog().getLanguage());
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray());
            assertTrue(xmp.contains(">2026-11-22T05:05:30Z<"), xmp);
            for (String never : List.of("C-2026", "haneul", "북부팀", "대상자", "openhtmltopdf", "+09")) {
                assertFalse(xmp.contains(never), never);
            }
        }
        String everything = new PrintedSummary(KUNMING_KO).everything();
        for (String property : List.of("user.dir", "user.home", "java.io.tmpdir", "os.version")) {
            String value = System.getProperty(property);
            assertTrue(value.length() < 5 || !everything.contains(value), property);
        }
    }

    @Test
    void the_same_summary_gives_the_same_bytes_but_for_the_number_of_the_copy() {
        assertArrayEquals(KUNMING_EN, PDF.render(Summaries.kunming(), ENGLISH));
        AtomicLong next = new AtomicLong();
        SummaryPdf numbered = new SummaryPdf(next::incrementAndGet);
        byte[] first = numbered.render(Summaries.justOpened(), ENGLISH);
        byte[] second = numbered.render(Summaries.justOpened(), ENGLISH);
        assertFalse(Arrays.equals(first, second));
        assertEquals(new PrintedSummary(first).text(), new PrintedSummary(second).text());
    }

    @Test
    void what_is_in_the_model_is_printed_and_nothing_else_can_be() throws Exception {
        List<Type> unseen = new ArrayList<>();
        collectForeign(CaseSummary.Head.class, unseen);
        List<Class<?>> sections = implementing(Section.class);
        assertTrue(sections.size() >= 9, sections::toString);
        for (Class<?> section : sections) {
            assertTrue(section.isRecord(), section::getName);
            collectForeign(section, unseen);
        }
        assertEquals(List.of(), unseen, "the model may hold values only, never something that leads to the database");

        CaseSummary withCanary = Summaries.with(List.of(Summaries.entry("카나리아Canary金丝雀4711")), List.of());
        CaseSummary without = Summaries.with(List.of(Summaries.entry("다른 일")), List.of());
        assertTrue(new PrintedSummary(PDF.render(withCanary, KOREAN)).text().contains("카나리아Canary金丝雀4711"));
        String other = new PrintedSummary(PDF.render(without, KOREAN)).everything();
        assertFalse(other.contains("Canary") || other.contains("카나리아") || other.contains("金丝雀"));
    }

    @Test
    void markup_and_controls_in_a_text_are_printed_as_text() throws Exception {
        CaseSummary odd = Summaries.with(
                List.of(Summaries.entry("</td> <script> & \"q\"", "종\u0007료\ud800", "\u0338 ok")), List.of());
        byte[] file = PDF.render(odd, ENGLISH);
        String text = new PrintedSummary(file).text();
        assertTrue(text.contains("<script>"), text);
        assertTrue(text.contains("& \"q\""), text);
        assertTrue(text.contains("종[U+0007]료[U+D800]"), text);
        assertEquals("", new PrintedSummary(file).violations("2a"));
    }

    @Test
    void letters_in_pieces_become_syllables_and_what_no_font_has_is_named() {
        CaseSummary odd = Summaries.with(
                List.of(Summaries.entry("\u1112\u1161\u11ab\u1100\u116e\u11a8", "a😀b", "Łódź Đặng Müller")),
                List.of());
        String text = new PrintedSummary(PDF.render(odd, ENGLISH)).text();
        assertTrue(text.contains("한국"), text);
        assertTrue(text.contains("a[U+1F600]b"), text);
        assertTrue(text.contains("Łódź Đặng Müller"), text);
    }

    @ParameterizedTest
    @MethodSource("writings")
    void every_sign_of_the_countries_on_the_way_is_printed_and_can_be_read_back(String writing, List<String> signs)
            throws Exception {
        byte[] file = PDF.render(Summaries.with(List.of(Summaries.entry(writing, inLines(signs))), List.of()), KOREAN);
        Map<String, Set<Integer>> glyphs = new PrintedSummary(file).glyphs();
        Set<String> lost = new TreeSet<>();
        signs.forEach(sign -> lost.add(MEAN_THE_SAME.getOrDefault(sign, sign)));
        lost.removeAll(glyphs.keySet());
        assertEquals(Set.of(), lost);
        glyphs.values().removeIf(codes -> !codes.contains(0));
        assertEquals(Map.of(), glyphs);
        assertEquals("", new PrintedSummary(file).violations("2a"));
        assertEquals("", new PrintedSummary(file).violations("ua1"));
    }

    private static Stream<Arguments> writings() {
        return Stream.of(
                arguments("KS X 1001", encodable("EUC-KR")),
                arguments("GB 2312", encodable("GB2312")),
                arguments("Thai", ofBlock(Character.UnicodeBlock.THAI)),
                arguments("Lao", ofBlock(Character.UnicodeBlock.LAO)),
                arguments("Khmer", ofBlock(Character.UnicodeBlock.KHMER)),
                arguments("Burmese", ofBlock(Character.UnicodeBlock.MYANMAR)),
                arguments("Cyrillic", ofBlock(Character.UnicodeBlock.CYRILLIC)),
                arguments("Vietnamese", ofBlock(Character.UnicodeBlock.LATIN_EXTENDED_ADDITIONAL)));
    }

    private static List<String> encodable(String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        return signs(c -> encoder.canEncode((char) c));
    }

    private static List<String> ofBlock(Character.UnicodeBlock block) {
        return signs(c -> block.equals(Character.UnicodeBlock.of(c)));
    }

    /** Of the basic plane, what is written and no surrogate. */
    private static List<String> signs(IntPredicate belongs) {
        return IntStream.rangeClosed('!', Character.MAX_VALUE)
                .filter(c -> Character.isDefined(c) && !Character.isISOControl(c) && !Character.isSurrogate((char) c))
                .filter(belongs)
                .mapToObj(Character::toString)
                .map(sign -> Normalizer.normalize(sign, Normalizer.Form.NFC))
                .toList();
    }

    private static String[] inLines(List<String> signs) {
        return IntStream.iterate(0, from -> from < signs.size(), from -> from + SIGNS_OF_A_LINE)
                .mapToObj(from -> String.join(" ", signs.subList(from, Math.min(signs.size(), from + SIGNS_OF_A_LINE))))
                .toArray(String[]::new);
    }

    @Test
    void a_document_holds_the_fonts_of_its_own_writing_alone() throws Exception {
        byte[] file = PDF.render(Summaries.with(List.of(Summaries.entry("หนองคาย")), List.of()), ENGLISH);
        String names =
                new PrintedSummary(file).fonts().stream().map(PDFont::getName).collect(Collectors.joining(" "));
        assertTrue(names.contains("NotoSansThai"), names);
        assertFalse(names.contains("Lao") || names.contains("Khmer") || names.contains("Myanmar"), names);
    }

    @Test
    void an_entry_longer_than_a_page_loses_no_letter() {
        CaseSummary odd =
                Summaries.with(List.of(Summaries.entry("x".repeat(300), "가".repeat(300), "国".repeat(2500))), List.of());
        String text = new PrintedSummary(PDF.render(odd, ENGLISH)).text().replace(" ", "");
        for (char letter : List.of('x', '가', '国')) {
            int least = letter == '国' ? 2500 : 300;
            assertTrue(text.chars().filter(c -> c == letter).count() >= least, () -> "lost " + letter);
        }
    }

    @Test
    void files_stay_small() {
        for (byte[] file : List.of(KUNMING_KO, KUNMING_EN, LONG_KO, LONG_EN)) {
            assertTrue(file.length < LARGEST, () -> file.length + " bytes");
        }
    }

    @Test
    void many_threads_print_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> orders = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean korean = i % 2 == 0;
                orders.add(() -> PDF.render(Summaries.kunming(), korean ? KOREAN : ENGLISH));
            }
            var files = threads.invokeAll(orders);
            assertAll(files.stream().map(file -> () -> {
                byte[] bytes = file.get();
                assertTrue(Arrays.equals(bytes, KUNMING_KO) || Arrays.equals(bytes, KUNMING_EN));
            }));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void warming_up_prints_without_a_case() {
        PDF.warmUp();
        assertNotEquals(0, PDF.render(Summaries.justOpened(), KOREAN).length);
    }

    private static List<Class<?>> implementing(Class<?> type) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.durumi.reports")
                        .stream()
                        .filter(each -> each.isAssignableTo(type) && !each.isInterface())
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static void collectForeign(Type type, List<Type> foreign) {
        if (type instanceof ParameterizedType generic
                && (generic.getRawType() == List.class || generic.getRawType() == Optional.class)) {
            collectForeign(generic.getActualTypeArguments()[0], foreign);
        } else if (type instanceof Class<?> simple
                && simple.isRecord()
                && simple.getPackage() == CaseSummary.class.getPackage()) {
            for (RecordComponent component : simple.getRecordComponents()) {
                collectForeign(component.getGenericType(), foreign);
            }
        } else if (!(type instanceof Class<?> simple && isValue(simple))) {
            foreign.add(type);
        }
    }

    private static boolean isValue(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || Set.of(String.class, Instant.class, LocalDate.class, UUID.class)
                        .contains(type)
                || (type.isRecord()
                        && Set.of("org.durumi.kernel", "org.durumi.route").contains(type.getPackageName()));
    }
}
