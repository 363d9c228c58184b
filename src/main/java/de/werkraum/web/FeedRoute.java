package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Secrets;
import de.werkraum.event.Material;
import de.werkraum.export.Contents;
import de.werkraum.export.Report;
import de.werkraum.export.ics.Fingerprint;
import de.werkraum.export.ics.IcsFeed;
import de.werkraum.pace.InTurn;
import de.werkraum.plan.InCharge;
import de.werkraum.press.Press;
import de.werkraum.problem.Problem;
import de.werkraum.store.FeedStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /feeds/:feed}: a calendar for whoever knows its address. */
final class FeedRoute {
    private static final String ENDING = ".ics";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Stores stores;
    private final Material material;
    private final Press press;
    private final Clock clock;
    private final Acts pace;
    private final WrongCodes wrong;
    private final Limits.Secrets limits;

    FeedRoute(
            Stores stores,
            Material material,
            Press press,
            Clock clock,
            Acts pace,
            WrongCodes wrong,
            Limits.Secrets limits) {
        this.stores = stores;
        this.material = material;
        this.press = press;
        this.clock = clock;
        this.pace = pace;
        this.wrong = wrong;
        this.limits = limits;
    }

    void mount(Router api) {
        api.get("/feeds/:feed").handler(Door.call(this::get));
    }

    private Future<Reply> get(RoutingContext context) {
        String name = context.pathParam("feed");
        boolean tasks = Query.word(context, "as", List.of("days", "tasks")).equals("tasks");
        if (!name.endsWith(ENDING)) {
            return Future.failedFuture(unknown());
        }
        return stores.feeds()
                .find(Secrets.hash(name.substring(0, name.length() - ENDING.length())))
                .map(found -> wrong.at(found, FeedRoute::unknown))
                .compose(feed -> pace.pass(feed.id())
                        .compose(may -> calendar(feed, tasks))
                        .compose(calendar -> answer(context, feed, calendar)));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such calendar, or not any more.");
    }

    private Future<IcsFeed> calendar(FeedStore.Feed feed, boolean tasks) {
        if (feed.room() != null) {
            return stores.rooms()
                    .get(feed.room())
                    .compose(found -> report(found.orElseThrow(FeedRoute::unknown)))
                    .map(report -> ofRoom(report, feed.responsible(), tasks));
        }
        UUID event = Objects.requireNonNull(feed.event());
        return stores.events().get(event).compose(found -> {
            StoredEvent known = found.orElseThrow(FeedRoute::unknown);
            return stores.rooms()
                    .of(event)
                    .compose(rooms ->
                            reports(rooms.stream().limit(limits.feedRooms()).toList()))
                    .map(reports -> ofEvent(known, reports, feed.responsible(), tasks));
        });
    }

    private static IcsFeed ofRoom(Report report, @Nullable String responsible, boolean tasks) {
        return new IcsFeed(named(report.title(), responsible), List.of(narrowed(report, responsible)), null, tasks);
    }

    private static IcsFeed ofEvent(
            StoredEvent event, List<Report> reports, @Nullable String responsible, boolean tasks) {
        List<Report> plans =
                reports.stream().map(report -> narrowed(report, responsible)).toList();
        return new IcsFeed(named(event.title(), responsible), plans, occasion(event), tasks);
    }

    private static String named(String title, @Nullable String responsible) {
        return responsible == null ? title : title + " – " + responsible;
    }

    private static Report narrowed(Report report, @Nullable String responsible) {
        return report.only(report.at(), step -> responsible == null || InCharge.isFor(step.responsible(), responsible));
    }

    private static IcsFeed.@Nullable Occasion occasion(StoredEvent event) {
        return event.date() == null
                ? null
                : new IcsFeed.Occasion(
                        event.id().toString(), event.title(), event.date(), event.venue() == null ? "" : event.venue());
    }

    /** One after the other: a calendar is in no hurry. */
    private Future<List<Report>> reports(List<StoredRoom> rooms) {
        return InTurn.of(rooms, this::report);
    }

    private Future<Report> report(StoredRoom room) {
        return material.of("", room, Contents.ALL.withoutNames()).compose(press::report);
    }

    /** The same bytes as long as it says the same: what is fleeting in it is of when it began to say so. */
    private Future<Reply> answer(RoutingContext context, FeedStore.Feed feed, IcsFeed calendar) {
        String mark = Fingerprint.of(calendar.text(Instant.EPOCH));
        return stores.feeds()
                .read(feed.id(), mark, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .map(since -> {
                    String tag = "W/\"" + mark + "\"";
                    Map<String, String> headers = Map.of(
                            "Content-Type",
                            "text/calendar; charset=utf-8",
                            "Content-Disposition",
                            "inline; filename=\"werkraum.ics\"",
                            "ETag",
                            tag,
                            "Last-Modified",
                            HTTP_DATE.format(since));
                    return isKnown(context, tag, HTTP_DATE.format(since))
                            ? new Reply(304, Map.of("ETag", tag), Buffer.buffer())
                            : new Reply(
                                    200,
                                    headers,
                                    Buffer.buffer(since(calendar, since).text(since)));
                });
    }

    private static IcsFeed since(IcsFeed calendar, Instant since) {
        List<Report> plans = calendar.plans().stream()
                .map(plan -> plan.only(since, step -> true))
                .toList();
        return new IcsFeed(calendar.name(), plans, calendar.occasion(), calendar.tasks());
    }

    /** Whoever asks by both is answered by the tag (RFC 9110, 13.1.3). */
    private static boolean isKnown(RoutingContext context, String tag, String date) {
        String tags = context.request().getHeader("If-None-Match");
        return tags == null
                ? date.equals(context.request().getHeader("If-Modified-Since"))
                : Stream.of(tags.split(",", -1)).anyMatch(one -> one.strip().equals(tag));
    }
}
