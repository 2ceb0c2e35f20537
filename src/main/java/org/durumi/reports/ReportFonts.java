package org.durumi.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of the reports, parsed and ready to be embedded.
 *
 * <p>Parsing them takes longer than writing a short report, and a parsed font serves one thread at a time: so whoever writes
 * a report takes a set and gives it back. There are at most as many sets as processors, and whoever finds none waits: more
 * reports at once would not be ready sooner, and would fill the memory.
 */
final class ReportFonts {
    private static final int SETS = Runtime.getRuntime().availableProcessors();
    private static final Semaphore TURNS = new Semaphore(SETS, true);
    private static final Queue<ReportFonts> READY = new ArrayBlockingQueue<>(SETS);

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;
    private final TrueTypeFont han;

    private ReportFonts() {
        regular = parse(Files.REGULAR);
        bold = parse(Files.BOLD);
        han = parse(Files.HAN);
    }

    /** A set that nobody else uses until it is given back; waits for one. */
    static ReportFonts take() {
        TURNS.acquireUninterruptibly();
        ReportFonts ready = READY.poll();
        return ready == null ? new ReportFonts() : ready;
    }

    /** Lets the next report use the set. */
    static void giveBack(ReportFonts used) {
        READY.add(used);
        TURNS.release();
    }

    /** Latin and Hangul. Only the glyphs that are printed get into the document. */
    PDFont regularFor(PDDocument document) throws IOException {
        return PDType0Font.load(document, regular, true);
    }

    PDFont boldFor(PDDocument document) throws IOException {
        return PDType0Font.load(document, bold, true);
    }

    /** Han characters, and what the others lack. */
    PDFont hanFor(PDDocument document) throws IOException {
        return PDType0Font.load(document, han, true);
    }

    /** Whether the character can be printed in regular and in bold. */
    boolean print(int codePoint) {
        return has(han, codePoint) || (has(regular, codePoint) && has(bold, codePoint));
    }

    private static boolean has(TrueTypeFont font, int codePoint) {
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            return glyphs.getGlyphId(codePoint) != 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static TrueTypeFont parse(byte[] file) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Neither Hangul syllables nor Han nor Latin need substitution, and without it a report takes half the
            // time.
            font.setEnableGsub(false);
            return font;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The files, read once and shared by all sets. */
    private static final class Files {
        static final byte[] REGULAR = read("Pretendard-Regular.ttf");
        static final byte[] BOLD = read("Pretendard-Bold.ttf");
        static final byte[] HAN = read("NotoSansSC_400Regular.ttf");

        private static byte[] read(String file) {
            try (InputStream bytes = ReportFonts.class.getResourceAsStream("/fonts/" + file)) {
                if (bytes == null) {
                    throw new IllegalStateException("no font " + file);
                }
                return bytes.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
