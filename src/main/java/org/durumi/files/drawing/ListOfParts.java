package org.durumi.files.drawing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The list at the end of an archive. Others read an archive by it, we read it from its beginning: one in which the two tell of different
 * documents is refused, so that nobody stores another document than they see.
 */
final class ListOfParts {
    private static final int MOST = 2000;

    /** The record at the end of an archive, without a comment. */
    private static final int END_LENGTH = 22;

    private static final int END = 0x06054B50;
    private static final int NUMBER_AT = 10;
    private static final int SIZE_AT = 12;
    private static final int BEGIN_AT = 16;
    private static final int COMMENT_AT = 20;

    private static final int LINE = 0x02014B50;
    private static final int LINE_LENGTH = 46;
    private static final int NAME_LENGTH_AT = 28;
    private static final int MORE_LENGTH_AT = 30;
    private static final int NOTE_LENGTH_AT = 32;
    private static final int PART_AT = 42;
    private static final int SHORT = 0xFFFF;

    private ListOfParts() {}

    /**
     * The names of its parts in the order in which they lie in it.
     *
     * @throws NotDrawable if there is no list, or something stands before, between or behind it that it does not tell of
     */
    static List<String> read(byte[] sent) {
        try {
            return read(ByteBuffer.wrap(sent).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IndexOutOfBoundsException pointsElsewhere) {
            throw NotDrawable.document();
        }
    }

    private static List<String> read(ByteBuffer sent) {
        int end = sent.capacity() - END_LENGTH;
        int number = sent.getShort(end + NUMBER_AT) & SHORT;
        int begin = sent.getInt(end + BEGIN_AT);
        boolean isWhole = sent.getInt(end) == END
                && sent.getShort(end + COMMENT_AT) == 0
                && number <= MOST
                && begin >= 0
                && begin + (long) sent.getInt(end + SIZE_AT) == end;
        if (!isWhole) {
            throw NotDrawable.document();
        }
        List<String> names = new ArrayList<>();
        int before = -1;
        int at = begin;
        for (int i = 0; i < number; i++) {
            int part = sent.getInt(at + PART_AT);
            // The first lies at the beginning, and each behind the one before.
            if (sent.getInt(at) != LINE || (i == 0 ? part != 0 : part <= before) || part >= begin) {
                throw NotDrawable.document();
            }
            int length = sent.getShort(at + NAME_LENGTH_AT) & SHORT;
            byte[] name = new byte[length];
            sent.get(at + LINE_LENGTH, name);
            names.add(new String(name, StandardCharsets.UTF_8));
            before = part;
            at += LINE_LENGTH
                    + length
                    + (sent.getShort(at + MORE_LENGTH_AT) & SHORT)
                    + (sent.getShort(at + NOTE_LENGTH_AT) & SHORT);
        }
        if (at != end) {
            throw NotDrawable.document();
        }
        return names;
    }
}
