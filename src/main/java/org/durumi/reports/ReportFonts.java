package org.durumi.reports;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of the reports, parsed and ready to be embedded.
 *
 * <p>Parsing them takes longer than writing a short report, and a parsed font serves one thread at a time: so whoever writes
 * a report is lent the set that is ready. Whoever comes meanwhile has one of their own; {@link PrintQueue} lets nobody come.
 */
final class ReportFonts {
    private static final AtomicReference<@Nullable ReportFonts> READY = new AtomicReference<>();

    private static final String BODY = "body";
    private static final String HAN = "han";

    /** How high the fonts stand. It decides where a line lies, whether or not it has a character of each of them. */
    private static final FSCacheEx<String, FSCacheValue> MEASURES = new FSDefaultCacheStore();

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;
    private final TrueTypeFont han;
    private final CmapLookup regularGlyphs;
    private final CmapLookup boldGlyphs;
    private final CmapLookup hanGlyphs;

    private ReportFonts() {
        regular = parse(Files.REGULAR);
        bold = parse(Files.BOLD);
        han = parse(Files.HAN);
        regularGlyphs = glyphs(regular);
        boldGlyphs = glyphs(bold);
        hanGlyphs = glyphs(han);
        measureHan();
    }

    /** Lets somebody work with a set that nobody else uses meanwhile. */
    static <T> T lend(Function<ReportFonts, T> work) {
        ReportFonts ready = READY.getAndSet(null);
        ReportFonts fonts = ready == null ? new ReportFonts() : ready;
        T done = work.apply(fonts);
        // After a failure the set may be half read: then nobody gets it again.
        READY.set(fonts);
        return done;
    }

    /**
     * Gives a document its fonts: Latin and Hangul, and for what they lack a font of Han characters, which is loaded only if
     * there is one. Only the glyphs that are printed get into the document.
     *
     * @param bolder as {@link #boldFor} made it for this document
     */
    void addTo(PdfRendererBuilder printer, PDDocument document, PDFont bolder) {
        printer.useCacheStore(CacheStore.PDF_FONT_METRICS, MEASURES);
        printer.useFont(new PDFontSupplier(embed(regular, document)), BODY, 400, FontStyle.NORMAL, true);
        printer.useFont(new PDFontSupplier(bolder), BODY, 700, FontStyle.NORMAL, true);
        printer.useFont(
                new PDFontSupplier(null) {
                    @Override
                    public PDFont supply() {
                        return embed(han, document);
                    }
                },
                HAN,
                400,
                FontStyle.NORMAL,
                true);
    }

    PDFont boldFor(PDDocument document) {
        return embed(bold, document);
    }

    /** Whether the character can be printed in regular and in bold. */
    boolean print(int codePoint) {
        return (regularGlyphs.getGlyphId(codePoint) != 0 && boldGlyphs.getGlyphId(codePoint) != 0)
                || hanGlyphs.getGlyphId(codePoint) != 0;
    }

    private void measureHan() {
        try (PDDocument scratch = new PDDocument()) {
            new FontDescription(scratch, () -> embed(han, scratch), IdentValue.NORMAL, 400, HAN, false, true, MEASURES)
                    .realizeFont();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static PDFont embed(TrueTypeFont font, PDDocument document) {
        try {
            return PDType0Font.load(document, font, true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
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
