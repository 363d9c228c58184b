package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.compare.Comparison;
import de.werkraum.compare.Feedback;
import de.werkraum.crdt.Doc;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.PlanWriter;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.room.Rooms;
import de.werkraum.store.VersionStore;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /rooms/:room/feedback}: what became of a plan that was taken over, as a file for those whose it was; and reading such a file in. */
final class FeedbackRoutes {
    private static final String PATH = "/rooms/:room/feedback";
    /** Longest remark on one step, in characters: a step that was written anew, and all of it fits. */
    private static final int TEXT_CHARS = 20_000;

    private static final int ID_CHARS = 200;

    private final Gate gate;
    private final VersionStore versions;
    private final Plans plans;
    private final Rooms rooms;
    private final ImportDesk desk;
    private final Clock clock;
    private final Limits limits;

    FeedbackRoutes(
            Gate gate, VersionStore versions, Plans plans, Rooms rooms, ImportDesk desk, Clock clock, Limits limits) {
        this.gate = gate;
        this.versions = versions;
        this.plans = plans;
        this.rooms = rooms;
        this.desk = desk;
        this.clock = clock;
        this.limits = limits;
    }

    void mount(Router api) {
        api.get(PATH).handler(Door.call(this::give));
        api.post(PATH).handler(Door.call(this::take));
    }

    private Future<Reply> give(RoutingContext context) {
        String format = Query.word(context, "format", List.of("json", "md"));
        String language = Query.word(context, "language", EventExportRoute.LANGUAGES);
        return gate.moderator(context).compose(caller -> {
            UUID room = caller.member().room();
            return source(room).compose(source -> plans.read(room, (doc, version) -> PlanTree.of(PlanReader.read(doc)))
                    .compose(now -> desk.read(() -> reply(source, now, format, language))));
        });
    }

    /** The plan as it was taken over. */
    private Future<VersionStore.Whole> source(UUID room) {
        return versions.list(room).compose(all -> all.stream()
                .filter(version -> version.reason().equals("source"))
                .reduce((later, earlier) -> earlier)
                .map(version -> versions.get(room, version.id()).map(found -> found.orElseThrow(FeedbackRoutes::own)))
                .orElseGet(() -> Future.failedFuture(own())));
    }

    private static Problem own() {
        return Problem.conflict("noSource", "This plan was not taken over from another one.");
    }

    private Reply reply(VersionStore.Whole source, Map<String, Object> now, String format, String language) {
        Map<String, Object> before = Trees.plain(source.plan());
        Instant at = clock.instant();
        UUID id = UUID.nameUUIDFromBytes((source.listed().id() + "/" + now).getBytes(StandardCharsets.UTF_8));
        Feedback feedback = Feedback.of(id, from(now), at, Comparison.of(before, now, language), language);
        boolean json = format.equals("json");
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        json ? "application/json" : "text/markdown; charset=utf-8",
                        "Content-Disposition",
                        "attachment; filename=\"werkraum-feedback." + format + "\""),
                json ? new JsonObject(feedback.tree()).toBuffer() : Buffer.buffer(feedback.markdown(language)));
    }

    /** The authority and the plan. */
    private String from(Map<String, Object> plan) {
        Object authority = plan.get("meta") instanceof Map<?, ?> meta ? meta.get("authority") : null;
        String both = Stream.of(authority, plan.get("title"))
                .filter(Objects::nonNull)
                .map(text -> text.toString().replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
        int most = limits.texts().titleChars();
        return both.codePointCount(0, both.length()) <= most
                ? both
                : both.substring(0, both.offsetByCodePoints(0, most));
    }

    private Future<Reply> take(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            Feedback feedback = read(Body.of(context));
            return rooms.at(caller.member().room(), room -> room.versions()
                    .once(feedback.id(), caller.member(), "feedbackRead", doc -> put(doc, feedback))
                    .compose(noted -> room.savedSoon()
                            .map(saved -> Reply.ok(new JsonObject()
                                    .put("from", feedback.from())
                                    .put("comments", noted.getInteger("comments"))
                                    .put("ideas", noted.getInteger("ideas"))))));
        });
    }

    private static JsonObject put(Doc doc, Feedback feedback) {
        Feedback.Read read = feedback.into(PlanReader.read(doc));
        PlanWriter.put(doc, read.plan());
        return new JsonObject().put("comments", read.comments()).put("ideas", read.ideas());
    }

    private Feedback read(Body body) {
        UUID id = body.optionalId("feedback");
        if (id == null) {
            body.wrong("feedback", "must be the id of a feedback, as a room gives it");
        }
        String from = body.text("from", limits.texts().titleChars());
        Instant at = body.optionalInstant("at");
        List<Feedback.Entry> entries = new ArrayList<>();
        for (Body entry : body.parts("steps", limits.imports().importSteps())) {
            entries.add(new Feedback.Entry(
                    entry.text("step", ID_CHARS),
                    Objects.requireNonNullElse(entry.optionalText("title", TEXT_CHARS), ""),
                    entry.bool("added", false),
                    entry.lines("text", TEXT_CHARS)));
        }
        body.check();
        return new Feedback(Objects.requireNonNull(id), from, at == null ? clock.instant() : at, entries);
    }
}
