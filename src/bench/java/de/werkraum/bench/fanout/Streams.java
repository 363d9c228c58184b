package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** Boards and walls of an event that are open somewhere: Server-Sent Events, read to the end of time and counted. */
final class Streams implements AutoCloseable {
    private static final String DATA = "data:";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Flow.Subscription> open = new CopyOnWriteArrayList<>();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param path of the stream, below {@code /api/v1} */
    void open(Api who, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(who.base() + "/api/v1" + path))
                .header("Authorization", "Bearer " + who.token())
                .build();
        client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Reader()));
    }

    /** Looks heard, by all of them together. */
    long told() {
        return told.get();
    }

    /** Characters of them. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        open.forEach(Flow.Subscription::cancel);
        open.clear();
    }

    private final class Reader implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            open.add(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith(DATA)) {
                told.incrementAndGet();
                bytes.addAndGet(line.length());
            }
        }

        @Override
        public void onError(Throwable failure) {
            // Its server has ended, or it was closed here.
        }

        @Override
        public void onComplete() {
            // Nobody waits for the end.
        }
    }
}
