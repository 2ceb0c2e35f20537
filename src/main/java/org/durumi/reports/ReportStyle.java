package org.durumi.reports;

import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;

/** What the reports look like: their one style sheet, read once. */
final class ReportStyle extends XhtmlNamespaceHandler {
    private static final String FILE = "report.css";
    private static final Stylesheet SHEET = read();

    @Override
    public StylesheetInfo[] getStylesheets(Document report) {
        StylesheetInfo style = new StylesheetInfo();
        style.setUri(FILE);
        style.setOrigin(StylesheetInfo.AUTHOR);
        style.addMedium("all");
        style.setStylesheet(SHEET);
        return new StylesheetInfo[] {style};
    }

    private static Stylesheet read() {
        CSSParser parser = new CSSParser((file, fault) -> {
            throw new IllegalStateException(file + ": " + fault);
        });
        try (InputStream bytes = ReportStyle.class.getResourceAsStream(FILE);
                Reader sheet = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return parser.parseStylesheet(FILE, StylesheetInfo.AUTHOR, sheet);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
