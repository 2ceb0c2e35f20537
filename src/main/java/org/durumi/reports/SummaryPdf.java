package org.durumi.reports;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.w3c.dom.Document;

/**
 * Prints the summary of a case as one file that is PDF/A-2a (it can be kept for decades) and PDF/UA-1 (it can be read aloud).
 *
 * <p>The file tells nothing that the summary does not say: no author, no path, no time zone. The first summary after a start
 * takes seconds, later ones a fraction of one.
 */
@ApplicationScoped
public class SummaryPdf {
    /** What stands in every file instead of names and versions of software and people. */
    static final String PRODUCER = "Durumi";

    private static final Pattern CREATE_DATE = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");
    private static final float PDF_VERSION = 1.7f;
    private static final float MARK_SIZE = 92;
    private static final float MARK_GREY = 0.945f;
    private static final double MARK_ANGLE = Math.toRadians(52);

    static {
        // The layout engine would log the texts that it stumbles over.
        XRLog.setLoggingEnabled(false);
        // The best level takes three times as long and makes the file a tenth smaller. Nothing else reads this
        // property.
        System.setProperty(Filter.SYSPROP_DEFLATELEVEL, String.valueOf(Deflater.BEST_SPEED));
    }

    private final byte[] colours;
    private final LongSupplier documentIds;

    public SummaryPdf() {
        this(new SecureRandom()::nextLong);
    }

    /** @param documentIds a new number for each document: it tells copies of the same summary apart */
    SummaryPdf(LongSupplier documentIds) {
        this.documentIds = documentIds;
        this.colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    /** Prints a small summary and throws it away, so that the first reader does not wait. To be called at the start. */
    public void warmUp() {
        render(
                new CaseSummary(
                        new CaseSummary.Head(
                                Audience.INTERNAL,
                                new CaseNumber("C-2000-000000"),
                                "",
                                "",
                                "",
                                RouteKind.UNKNOWN,
                                Stage.REPORTED,
                                Level.LOW,
                                Instant.EPOCH,
                                new UUID(0, 0),
                                true),
                        List.of()),
                new Texts(Texts.LANGUAGES.get(0), ZoneOffset.UTC));
    }

    /**
     * Prints a summary. Any number of threads may do so at once.
     *
     * @param texts the reader's language and the organisation's time zone
     */
    public byte[] render(CaseSummary summary, Texts texts) {
        SummaryPage page = new SummaryPage(texts);
        String drawn = page.templates().reportsSummary(page, summary).render();
        return ReportFonts.lend(fonts -> {
            try {
                return print(drawn, summary.head(), texts, fonts);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private byte[] print(String page, CaseSummary.Head head, Texts texts, ReportFonts fonts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(PDF_VERSION);
            document.setDocumentId(documentIds.getAsLong());
            PDFont bold = fonts.boldFor(document);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useSVGDrawer(new FigureDrawer());
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.useColorProfile(colours);
            builder.withProducer(PRODUCER);
            builder.useExternalResourceAccessControl(
                    (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            Document printable = new PrintableText(fonts::print).page(page);
            fonts.addTo(builder, document, bold, printable.getDocumentElement().getTextContent());
            builder.useUnicodeLineBreaker(new WholeWords(texts.language()));
            builder.useNamespaceHandler(new ReportStyle());
            String mark = head.draft() ? texts.text("summary.draft") : "";
            builder.usePageSupplier((owner, width, height, number, shadow) ->
                    newPage(owner, new PDRectangle(width, height), mark, bold));
            builder.withW3cDocument(printable, "about:blank");
            lay(builder);
            date(document, head.generated().truncatedTo(ChronoUnit.SECONDS));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        }
    }

    /**
     * Lays out the pages. For the metadata the engine asks several times which XML library the thread's class loader knows,
     * which may mean to look into every archive of the server; the loader of the JDK knows one at once.
     */
    private static void lay(PdfRendererBuilder builder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    /** An empty page, or one with the word under everything that will be printed on it, marked as no part of the text. */
    private static PDPage newPage(PDDocument document, PDRectangle size, String word, PDFont font) {
        PDPage page = new PDPage(size);
        document.addPage(page);
        if (word.isEmpty()) {
            return page;
        }
        COSDictionary artifact = new COSDictionary();
        artifact.setName(COSName.TYPE, "Pagination");
        artifact.setName(COSName.SUBTYPE, "Watermark");
        try (PDPageContentStream ink =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            float half = font.getStringWidth(word) / 1000 * MARK_SIZE / 2;
            Matrix place = Matrix.getRotateInstance(MARK_ANGLE, size.getWidth() / 2, size.getHeight() / 2);
            place.translate(-half, -MARK_SIZE / 3);
            ink.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(artifact));
            ink.saveGraphicsState();
            ink.beginText();
            ink.setNonStrokingColor(MARK_GREY, MARK_GREY, MARK_GREY);
            ink.setFont(font, MARK_SIZE);
            ink.setTextMatrix(place);
            ink.showText(word);
            ink.endText();
            ink.restoreGraphicsState();
            ink.endMarkedContent();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return page;
    }

    /** The layout engine writes the clock and the zone of the machine; the summary has its own moment, in UTC. */
    private static void date(PDDocument document, Instant generated) throws IOException {
        Calendar utc = GregorianCalendar.from(generated.atZone(ZoneOffset.UTC));
        utc.setTimeZone(TimeZone.getTimeZone("UTC"));
        document.getDocumentInformation().setCreationDate(utc);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated =
                CREATE_DATE.matcher(xmp).replaceAll("$1" + Matcher.quoteReplacement(generated.toString()) + "$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }
}
