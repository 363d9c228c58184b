package de.werkraum.handover;

import de.werkraum.Limits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What one calendar is asked, always at the same address of the network, whatever its name leads to by then. */
final class CalDav {
    private static final HttpMethod REPORT = HttpMethod.valueOf("REPORT");
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml; charset=utf-8");

    /** Where a thing lies: a path, perhaps with the server's name before it. */
    private static final Pattern HREF = Pattern.compile("(https?://[^/]*)?(/[!-~]*)");

    private final Vertx vertx;
    private final HttpClient client;
    private final Collection collection;
    private final SocketAddress server;
    private final String login;
    private final Limits.Handover limits;

    CalDav(
            Vertx vertx,
            HttpClient client,
            Collection collection,
            SocketAddress server,
            Login login,
            Limits.Handover limits) {
        this.vertx = vertx;
        this.client = client;
        this.collection = collection;
        this.server = server;
        this.login = login.header();
        this.limits = limits;
    }

    /** Whose calendar it is. Only for the time of one hand-over; says nothing of itself. */
    static final class Login {
        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = user;
            this.password = password;
        }

        private String header() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }
    }

    /** What came back. */
    record Answer(int status, Buffer body) {}

    /** Ends well where the address is a calendar's, and else with what to tell. */
    Future<Void> look() {
        String asked =
                """
                <?xml version="1.0" encoding="utf-8"?>
                <propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>
                """;
        return send(HttpMethod.PROPFIND, collection.path(), with(XML, "Depth", "0"), asked)
                .compose(this::things)
                .compose(things -> things.stream().anyMatch(Multistatus.Thing::calendar)
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusals.noCalendar()));
    }

    /** The tasks whose UID ends so. */
    Future<List<Multistatus.Thing>> tasks(String ending) {
        String asked =
                """
                <?xml version="1.0" encoding="utf-8"?>
                <C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
                <prop><getetag/><C:calendar-data/></prop>
                <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VTODO"><C:prop-filter name="UID">
                <C:text-match collation="i;octet">%s</C:text-match>
                </C:prop-filter></C:comp-filter></C:comp-filter></C:filter>
                </C:calendar-query>
                """
                        .formatted(ending);
        return send(REPORT, collection.path(), with(XML, "Depth", "1"), asked).compose(this::things);
    }

    /** Puts a new task; 412 where there is one of that name. */
    Future<Integer> make(String name, String calendar) {
        return put(collection.path() + name, "If-None-Match", "*", calendar);
    }

    /** Puts a task in the place of another; 412 where that has changed since. */
    Future<Integer> change(Multistatus.Thing old, String calendar) {
        return put(path(old), "If-Match", mark(old), calendar);
    }

    /** Takes a task away; 412 where it has changed since. */
    Future<Integer> remove(Multistatus.Thing old) {
        return send(HttpMethod.DELETE, path(old), Map.of("If-Match", mark(old)), "")
                .map(Answer::status);
    }

    private Future<Integer> put(String path, String condition, String mark, String calendar) {
        Map<String, String> headers = Map.of("Content-Type", "text/calendar; charset=utf-8", condition, mark);
        return send(HttpMethod.PUT, path, headers, calendar).map(Answer::status);
    }

    private static String mark(Multistatus.Thing thing) {
        return thing.etag().isEmpty() ? "*" : thing.etag();
    }

    /** The path alone: a calendar never leads to another server. */
    private static String path(Multistatus.Thing thing) {
        return HREF.matcher(thing.href()).replaceFirst("$2");
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private Future<List<Multistatus.Thing>> things(Answer answer) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return Future.failedFuture(Refusals.wrongLogin());
        } else if (status >= 300 && status < 400) {
            return Future.failedFuture(Refusals.elsewhere());
        } else if (status >= 500) {
            return Future.failedFuture(Refusals.away());
        } else if (status != 207) {
            return Future.failedFuture(Refusals.noCalendar());
        }
        byte[] body = answer.body().getBytes();
        return vertx.executeBlocking(
                        () -> Multistatus.read(body).stream()
                                .filter(thing -> HREF.matcher(thing.href()).matches())
                                .toList(),
                        false)
                .recover(unreadable -> Future.failedFuture(Refusals.noCalendar()));
    }

    private Future<Answer> send(HttpMethod method, String path, Map<String, String> headers, String body) {
        return client.request(collection.at(path).request(method, server, limits.answerSeconds()))
                .compose(request -> {
                    request.putHeader("Authorization", login).putHeader("User-Agent", "Werkraum");
                    headers.forEach(request::putHeader);
                    return request.send(Buffer.buffer(body)).compose(response -> whole(request, response));
                })
                .recover(gone -> Future.failedFuture(Refusals.away()));
    }

    private Future<Answer> whole(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail)
                .handler(part -> {
                    if (body.length() + part.length() > limits.answerBytes()) {
                        answer.tryFail("too long");
                        request.reset();
                    } else {
                        body.appendBuffer(part);
                    }
                })
                .endHandler(end -> answer.tryComplete(new Answer(response.statusCode(), body)));
        return answer.future();
    }
}
