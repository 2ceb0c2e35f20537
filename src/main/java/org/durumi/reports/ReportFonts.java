package org.durumi.reports;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final FSCacheEx<String, FSCacheValue> MEASURES = new FSDefaultCacheStore();

    private final Face regular = new Face(BODY, Files.REGULAR);
    private final Face bold = new Face(BODY, Files.BOLD);
    private final List<Face> others = Files.OTHERS.entrySet().stream()
            .map(each -> new Face(each.getKey(), each.getValue()))
            .toList();

    private ReportFonts() {}

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
     * Gives a document its fonts: Latin and Hangul, and of the others those without which its text cannot be printed. Only the
     * glyphs that are printed get into the document.
     *
     * @param bolder as {@link #boldFor} made it for this document
     */
    void addTo(PdfRendererBuilder printer, PDDocument document, PDFont bolder, String text) {
        printer.useCacheStore(CacheStore.PDF_FONT_METRICS, MEASURES);
        use(printer, regular.embed(document), BODY, 400);
        use(printer, bolder, BODY, 700);
        Set<Face> needed = text.codePoints()
                .distinct()
                .filter(c -> !bodyPrints(c))
                .mapToObj(this::other)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        others.stream()
                .filter(needed::contains)
                .forEach(each -> use(printer, each.embed(document), each.family(), 400));
    }

    PDFont boldFor(PDDocument document) {
        return bold.embed(document);
    }

    /** Whether the character can be printed in regular and in bold. */
    boolean print(int codePoint) {
        return bodyPrints(codePoint) || other(codePoint).isPresent();
    }

    private boolean bodyPrints(int codePoint) {
        return regular.has(codePoint) && bold.has(codePoint);
    }

    private Optional<Face> other(int codePoint) {
        return others.stream().filter(each -> each.has(codePoint)).findFirst();
    }

    private static void use(PdfRendererBuilder printer, PDFont font, String family, int weight) {
        printer.useFont(new PDFontSupplier(font), family, weight, FontStyle.NORMAL, true);
    }

    /** A font, and the name under which the style sheet asks for it. */
    private record Face(String family, TrueTypeFont font, CmapLookup glyphs) {
        Face(String family, byte[] file) {
            this(family, parse(file));
        }

        private Face(String family, TrueTypeFont font) {
            this(family, font, ReportFonts.glyphs(font));
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        PDFont embed(PDDocument document) {
            try {
                return PDType0Font.load(document, font, true);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
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
            // Neither Hangul syllables nor Han nor Latin need substitution, for the scripts that do PDFBox has none,
            // and
            // without it a report takes half the time.
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

        /** By family, in the order of the style sheet: what the first lack, the next print. */
        static final Map<String, byte[]> OTHERS = others();

        private static Map<String, byte[]> others() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("cyrillic", read("NotoSans_400Regular.ttf"));
            files.put("thai", read("NotoSansThai_400Regular.ttf"));
            files.put("lao", read("NotoSansLao_400Regular.ttf"));
            files.put("khmer", read("NotoSansKhmer_400Regular.ttf"));
            files.put("burmese", read("NotoSansMyanmar_400Regular.ttf"));
            files.put("han", read("NotoSansSC_400Regular.ttf"));
            return files;
        }

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
