package de.werkraum.web;

import de.werkraum.rich.Html;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages that are the operator's to answer for: the accessibility statement, data protection, and what stands at an address where there is
 * nothing. Each has a template; {@code operator.properties} in the operator's folder fills its gaps, and a file of the page's name takes its
 * place. The folder is read at each request, so that a change needs no restart.
 */
final class OwnPages {
    /** In the data folder. */
    static final String FOLDER = "pages";

    private static final String MISSING = "/404.html";
    private static final Set<String> NAMES = Set.of("/accessibility.html", "/privacy.html", MISSING);
    private static final String ANSWERS = "operator.properties";
    /** {@code {{name}}} in a template. */
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]{1,20})}}");
    /** Shown where the operator has not said it; the pages mark it. */
    private static final String UNSAID = "<mark>…</mark>";

    private final Vertx vertx;
    private final Pages pages;
    private final Path folder;

    /** @param folder the operator's; it need not be there */
    OwnPages(Vertx vertx, Pages pages, Path folder) {
        this.vertx = vertx;
        this.pages = pages;
        this.folder = folder;
    }

    /** Before the pages of the build. */
    void mount(Router router) {
        for (String name : NAMES) {
            router.route(name).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> answer(context, name));
        }
    }

    /** After everything else: a browser gets a page, a program goes on to the error it can read. */
    void mountLast(Router router) {
        router.get().handler(context -> {
            String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
            if (accepted != null
                    && accepted.contains("text/html")
                    && !context.normalizedPath().startsWith("/api/")) {
                answer(context, MISSING);
            } else {
                context.next();
            }
        });
    }

    private void answer(RoutingContext context, String name) {
        own(name.substring(1))
                .recover(none -> filled(name))
                .onSuccess(page -> context.response()
                        .setStatusCode(name.equals(MISSING) ? 404 : 200)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(page))
                .onFailure(context::fail);
    }

    private Future<Buffer> own(String file) {
        return vertx.fileSystem().readFile(folder.resolve(file).toAbsolutePath().toString());
    }

    private Future<Buffer> filled(String name) {
        return pages.source(vertx, name).compose(template -> own(ANSWERS)
                .recover(none -> Future.succeededFuture(Buffer.buffer()))
                .map(answers ->
                        Buffer.buffer(fill(template.toString(), answers(answers.toString(StandardCharsets.UTF_8))))));
    }

    private static Properties answers(String text) {
        Properties answers = new Properties();
        try {
            answers.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    private static String fill(String template, Properties answers) {
        return GAP.matcher(template).replaceAll(gap -> {
            String answer = answers.getProperty(gap.group(1), "").strip();
            return Matcher.quoteReplacement(answer.isEmpty() ? UNSAID : Html.escaped(answer));
        });
    }
}
