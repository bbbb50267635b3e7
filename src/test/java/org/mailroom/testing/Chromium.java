package org.mailroom.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's own browser. Where there is none, a test that asks for it is skipped; {@code .ci/run} installs it. */
public final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium open() {
        List<Path> known = Stream.of(
                        System.getProperty("mailroom.chromium", "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .toList();
        Assumptions.assumeFalse(
                known.isEmpty(),
                "Chromium is not installed here (apt-get install chromium, or -Dmailroom.chromium=FILE)");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(known.get(0))
                                .setArgs(QUIET)));
    }

    /** A person at a screen of their own; nothing is shared with another. */
    public BrowserContext someone(String base, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("zh-CN")
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(script));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            // what the server refuses on purpose is no fault of the page
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        return context;
    }

    /** Errors in the browser's console: violations of the content policy above all. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What makes a page hard to use without eyes or mouse: fields without a label, tables without heads, no title. */
    public static Object barriers(Page page) {
        return page.evaluate("""
                () => [
                  ...[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                    .filter(f => !(f.labels && f.labels.length) && !f.getAttribute('aria-label'))
                    .map(f => 'no label: ' + f.outerHTML),
                  ...[...document.querySelectorAll('table')].filter(t => !t.querySelector('th[scope]')).map(t => 'no head: ' + t.innerText),
                  ...[...document.querySelectorAll('a, button')].filter(b => !b.textContent.trim() && !b.getAttribute('aria-label'))
                    .map(b => 'no name: ' + b.outerHTML),
                  ...[...document.querySelectorAll('[style], style, script:not([src])')].map(e => 'inline: ' + e.outerHTML),
                  ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
                  ...(document.documentElement.lang ? [] : ['no language']),
                  ...(document.title ? [] : ['no title'])
                ]""");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
