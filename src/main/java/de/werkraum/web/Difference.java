package de.werkraum.web;

import de.werkraum.compare.Comparison;
import de.werkraum.compare.ComparisonTree;
import de.werkraum.compare.Report;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Minutes;
import de.werkraum.store.VersionStore;
import de.werkraum.wire.Trees;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a plan, as JSON or as a document. */
record Difference(State from, State to, String language) {
    private static final Bilingual NOW = new Bilingual("jetzt", "now");

    /**
     * A state of a plan.
     *
     * @param id of the version; null for the present one
     * @param at when it was kept; null for the present one
     */
    record State(@Nullable UUID id, @Nullable Instant at, Map<String, Object> plan) {
        static State of(VersionStore.Whole version) {
            return new State(version.listed().id(), version.listed().at(), Trees.plain(version.plan()));
        }
    }

    Reply reply(String format) {
        Comparison comparison = Comparison.of(from.plan(), to.plan(), language);
        if (format.equals("json")) {
            return Reply.ok(new JsonObject(ComparisonTree.of(comparison))
                    .put("from", RoomJson.text(from.id()))
                    .put("to", RoomJson.text(to.id())));
        }
        Report report = new Report(
                comparison, String.valueOf(to.plan().get("title")), moment(from.at()), moment(to.at()), language);
        boolean html = format.equals("html");
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        html ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8",
                        "Content-Disposition",
                        "attachment; filename=\"werkraum-changes." + format + "\""),
                Buffer.buffer(html ? report.html() : report.markdown()));
    }

    private String moment(@Nullable Instant at) {
        return at == null
                ? NOW.in(language)
                : DateTimeFormatter.ofPattern(
                                language.equals("en") ? "d MMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm", Locale.ENGLISH)
                        .format(at.atZone(Minutes.ZONE));
    }
}
