package de.werkraum.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, or its Firefox ESR, under Playwright. */
final class Browsers implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path FIREFOX = Path.of("/usr/bin/firefox-esr");
    private static final Path LOOKS = Path.of("target", "looks");
    /** What reaches beyond the window, where the page can be scrolled sideways. */
    static final String TOO_WIDE =
            """
            () => [...document.querySelectorAll('body *')]
              .filter(one => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1)
              .filter(one => !one.closest('[aria-hidden=true]')).map(one => one.outerHTML.slice(0, 80))
              .slice(0, document.documentElement.scrollWidth > innerWidth ? 9 : 0)""";

    private static final double PATIENCE_MILLIS = 30_000;

    static {
        // Playwright's five seconds for a sentence to appear are few on a machine that has much else to do.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test, loudly, on a machine without Chromium; where CI is set it fails. */
    static Browsers start() {
        require(CHROMIUM);
        Playwright playwright = playwright();
        List<String> switches = List.of(
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-quic");
        return new Browsers(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(switches)));
    }

    /**
     * Firefox, for one page: of several only the one in front gets focus and changes. It knows no media to emulate, so motion is reduced by
     * its settings.
     */
    static Browsers firefox() {
        require(FIREFOX);
        Playwright playwright = playwright();
        return new Browsers(
                playwright,
                playwright
                        .firefox()
                        .launch(new BrowserType.LaunchOptions()
                                .setChannel("moz-firefox")
                                .setExecutablePath(FIREFOX)
                                .setFirefoxUserPrefs(Map.of("ui.prefersReducedMotion", 1))));
    }

    private static void require(Path program) {
        if (!Files.isExecutable(program) && !"true".equals(System.getenv("CI"))) {
            System.err.println("!!! " + program + " is missing: the pages are NOT tested with it on this machine !!!");
            Assumptions.abort("no " + program);
        }
    }

    private static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
    }

    /** A page of somebody of their own, in German, with nothing stored. */
    Page page(int width, int height) {
        return page(width, height, ServiceWorkerPolicy.BLOCK);
    }

    /** The same, with or without a service worker, which would answer what a test means to answer itself. */
    Page page(int width, int height, ServiceWorkerPolicy workers) {
        return page(width, height, new Browser.NewContextOptions().setServiceWorkers(workers));
    }

    /** The same, of a device that is told more of; without a service worker unless that is told. */
    Page page(int width, int height, Browser.NewContextOptions device) {
        if (device.serviceWorkers == null) {
            device.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
        }
        Page page = browser.newContext(device.setLocale("de-DE")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, height))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /** Fails if axe finds anything on the page as it is now. */
    static void requireAccessible(String what, Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getTarget() + ": " + rule.getHelp())
                        .toList();
        if (!found.isEmpty()) {
            throw new AssertionError("axe on " + what + ": " + String.join("; ", found));
        }
    }

    /** Fails where {@link #requireAccessible} does; what the window shows is kept for whoever wants to see what was tested. */
    static void look(String name, Page page) {
        requireAccessible(name, page);
        screenshot(name, page, false);
    }

    /** The same with all that one can scroll to. */
    static void lookWhole(String name, Page page) {
        requireAccessible(name, page);
        screenshot(name, page, true);
    }

    /** Keeps what is seen. */
    static void screenshot(String name, Page page, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(LOOKS.resolve(name + ".png"))
                .setFullPage(whole));
    }

    /** Those whose names begin so, of all the page. */
    static Locator button(Page page, String name) {
        return button(page.locator("body"), name);
    }

    /** The same of a part of the page. */
    static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    /** As a click on it, also where the control itself is hidden behind its looks. */
    static void press(Locator control) {
        control.evaluate("element => element.click()");
    }

    /** Closes all pages. */
    void leave() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
