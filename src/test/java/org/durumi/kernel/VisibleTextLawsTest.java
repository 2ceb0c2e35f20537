package org.durumi.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.durumi.Samples;
import org.junit.jupiter.api.Test;

/** What holds for every text, of whatever characters nobody can see. */
class VisibleTextLawsTest {
    /** Default_Ignorable_Code_Point of the Unicode Character Database (DerivedCoreProperties.txt 16.0), from–to. */
    private static final List<int[]> DEFAULT_IGNORABLE = List.of(
            new int[] {0x00AD, 0x00AD},
            new int[] {0x034F, 0x034F},
            new int[] {0x061C, 0x061C},
            new int[] {0x115F, 0x1160},
            new int[] {0x17B4, 0x17B5},
            new int[] {0x180B, 0x180F},
            new int[] {0x200B, 0x200F},
            new int[] {0x202A, 0x202E},
            new int[] {0x2060, 0x206F},
            new int[] {0x3164, 0x3164},
            new int[] {0xFE00, 0xFE0F},
            new int[] {0xFEFF, 0xFEFF},
            new int[] {0xFFA0, 0xFFA0},
            new int[] {0xFFF0, 0xFFF8},
            new int[] {0x1BCA0, 0x1BCA3},
            new int[] {0x1D173, 0x1D17A},
            new int[] {0xE0000, 0xE0FFF});

    private static final int BRAILLE_BLANK = 0x2800;

    @Test
    void nothing_that_unicode_calls_ignorable_or_white_space_is_visible() {
        DEFAULT_IGNORABLE.forEach(range -> IntStream.rangeClosed(range[0], range[1])
                .forEach(each ->
                        assertTrue(VisibleText.isEmpty(Character.toString(each)), () -> Integer.toHexString(each))));
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(each -> Character.toString(each).matches("\\p{IsWhite_Space}"))
                .forEach(each ->
                        assertTrue(VisibleText.isEmpty(Character.toString(each)), () -> Integer.toHexString(each)));
        assertTrue(VisibleText.isEmpty(Character.toString(BRAILLE_BLANK)));
    }

    @Test
    void what_cannot_be_seen_never_makes_a_text_longer() {
        Samples.each(each -> {
            String seen = each.of("x", "한글", "昆明", "ที่", "Хэллоу", "1/2", "😀", "Ước");
            String text = unseen(each) + seen + unseen(each) + seen + unseen(each);
            assertEquals(2 * VisibleText.length(seen), VisibleText.length(text));
            assertTrue(VisibleText.length(text) <= text.codePointCount(0, text.length()));
            assertEquals(0, VisibleText.length(unseen(each)));
        });
    }

    @Test
    void letters_of_every_script_on_the_way_count_one_by_one() {
        assertEquals(7, VisibleText.length("친척이 있습니다"));
        assertEquals(7, VisibleText.length("หนองคาย"));
        assertEquals(8, VisibleText.length("а, б: 1–2."));
    }

    private static String unseen(Samples each) {
        StringBuilder text = new StringBuilder();
        each.upTo(30, () -> {
                    int[] range = DEFAULT_IGNORABLE.get(each.between(0, DEFAULT_IGNORABLE.size() - 1));
                    return each.of(
                            each.between(range[0], range[1]), 0xA0, 0x2007, 0x202F, 0x3000, BRAILLE_BLANK, (int) ' ');
                })
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
