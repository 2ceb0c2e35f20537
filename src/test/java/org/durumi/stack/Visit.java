package org.durumi.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.durumi.launcher.DemoRealm;

/** One person's use of the product in a browser; remembers everything that the browser complained about. */
public final class Visit implements AutoCloseable {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String COMPLAINT = "durumi-complaint ";

    /** Violations of the content security policy and of Trusted Types are told as messages of the console. */
    private static final String LISTENER = """
            document.addEventListener('securitypolicyviolation', event => console.error('%s'
                + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));
            """.formatted(COMPLAINT);

    private final BrowserContext context;
    private final String baseUrl;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visit(BrowserContext context, String baseUrl) {
        this.context = context;
        this.baseUrl = baseUrl;
        context.addInitScript(LISTENER);
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && message.page().url().startsWith(baseUrl)
                    && !tellsStatusOf(message)) {
                complaints.add(message.page().url() + ": " + message.text());
            }
        });
        context.onWebError(error -> {
            if (error.page() != null && error.page().url().startsWith(baseUrl)) {
                complaints.add(error.page().url() + ": " + error.error());
            }
        });
        this.page = context.newPage();
    }

    /**
     * A page whose answer is 404 or 422 is not a complaint about the page; a missing picture or script is. What an open page listens to
     * is refused when its session is over.
     */
    private static boolean tellsStatusOf(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource")
                && (message.location().startsWith(message.page().url() + ":")
                        || message.location().contains("/notices/events"));
    }

    /** Signs in through Keycloak's real form and waits until the product is back. */
    public Visit signIn(String account) {
        open("/sign-in");
        page.fill("#username", account);
        page.fill("#password", DemoRealm.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(baseUrl) && !url.contains("/sign-in"));
        return this;
    }

    /** Chooses the language of the pages, if it is not the one in which they are shown. */
    public Visit speak(Locale language) {
        String code = language.getLanguage();
        if (!page.locator("html").getAttribute("lang").equals(code)) {
            if (page.locator(".mine > summary").count() > 0) {
                page.click(".mine > summary");
            }
            page.click(".language button[value=" + code + "]");
        }
        page.waitForSelector("html[lang=" + code + "]");
        return this;
    }

    /** Opens an address of the product, such as {@code /cases}, and returns its answer. */
    public Response open(String path) {
        return page.navigate(path);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** What the browser has complained about on pages of the product, and forgets it. */
    public List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** Fails if a script, the content security policy or Trusted Types complained since the last call. */
    public void assertNoComplaints() {
        assertEquals(List.of(), complaints(), "complaints of the browser");
    }

    /** Fails if axe finds something on this page that WCAG 2.2 AA forbids, by day or, of what is written, by night. */
    public void assertAccessible() {
        // What has just happened elsewhere lies over the page until somebody closes it.
        page.evaluate("document.querySelector('[data-told]')?.remove()");
        assertAccessibleAsItStands();
    }

    /** The same of the page together with what it was told of meanwhile. */
    public void assertAccessibleAsItStands() {
        ViewportSize usual = page.viewportSize();
        seeWhole();
        List<String> found = found(new AxeBuilder(page).withTags(WCAG));
        page.setViewportSize(usual.width, usual.height);
        assertEquals(List.of(), found, "accessibility of " + page.url());
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.DARK)
                // Colours that fade over are neither.
                .setReducedMotion(ReducedMotion.REDUCE));
        assertEquals(
                List.of(),
                found(new AxeBuilder(page).withRules(List.of("color-contrast"))),
                "accessibility by night of " + page.url());
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    private static List<String> found(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().map(Visit::sentence).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Keeps a picture of the whole page in target/screenshots. */
    public Path screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png").toAbsolutePath();
        ViewportSize usual = page.viewportSize();
        seeWhole();
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page.setViewportSize(usual.width, usual.height);
        return file;
    }

    /** A window as high as the page: what sticks to an edge of the window then hides nothing. */
    private void seeWhole() {
        Number height = (Number)
                page.evaluate("() => { window.scrollTo(0, 0); return document.documentElement.scrollHeight; }");
        ViewportSize usual = page.viewportSize();
        page.setViewportSize(usual.width, Math.max(usual.height, height.intValue()));
    }

    @Override
    public void close() {
        context.close();
    }
}
