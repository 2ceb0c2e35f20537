package org.durumi.stack;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium, headless, without any traffic of its own. */
public final class Browser implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String baseUrl;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, String baseUrl) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.baseUrl = baseUrl;
    }

    /** A browser for the product, which is booted if it does not run. */
    public static Browser open() {
        return open(Stack.running().baseUrl());
    }

    /** A browser for whatever serves at an address. */
    public static Browser open(String baseUrl) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(QUIET));
        return new Browser(playwright, chromium, baseUrl);
    }

    /** Somebody who has not signed in, with cookies of their own. */
    public Visit guest() {
        return guest(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** Somebody who has not signed in, with a browser set up in a special way: narrow, without scripts, in Korean. */
    public Visit guest(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setBaseURL(baseUrl));
        context.setDefaultTimeout(15_000);
        return new Visit(context, baseUrl);
    }

    /** Somebody of the demo who has signed in through Keycloak's form. */
    public Visit signedIn(String account) {
        return guest().signIn(account);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
