package de.werkraum.pace;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes values to PostgreSQL together: those that arrive while a commit runs share the next one, the newest of a key in place of those before. The
 * future of each completes after its commit. On one event loop only.
 */
public final class GroupCommit<K, V> {
    private final Context loop;
    private final Function<Collection<V>, Future<Set<K>>> store;
    private Map<K, Waiting<V>> waiting = new LinkedHashMap<>();
    private Map<K, Waiting<V>> committing = Map.of();
    private Promise<Void> empty = Promise.promise();

    /** The newest value of a key, and everybody who waits for it or for one it replaced. */
    private record Waiting<V>(V value, List<Promise<Boolean>> answers) {}

    /** @param store commits values, and answers the keys of those that were taken */
    public GroupCommit(Context loop, Function<Collection<V>, Future<Set<K>>> store) {
        this.loop = loop;
        this.store = store;
        empty.complete();
    }

    /** The value of a key that is on its way, or null. */
    public @Nullable V underWay(K key) {
        Waiting<V> newest = waiting.getOrDefault(key, committing.get(key));
        return newest == null ? null : newest.value();
    }

    /** Those on their way that are committed next or just now. */
    public List<V> underWay() {
        List<V> all = new ArrayList<>();
        committing.values().forEach(one -> all.add(one.value()));
        waiting.values().forEach(one -> all.add(one.value()));
        return all;
    }

    /** Stores a value; false if it was not taken. */
    public Future<Boolean> put(K key, V value) {
        Promise<Boolean> answer = Promise.promise();
        Waiting<V> before = waiting.remove(key);
        List<Promise<Boolean>> answers = before == null ? new ArrayList<>() : before.answers();
        answers.add(answer);
        waiting.put(key, new Waiting<>(value, answers));
        if (empty.future().isComplete()) {
            empty = Promise.promise();
            loop.runOnContext(turn -> commit());
        }
        return answer.future();
    }

    /** Completes when nothing is under way. */
    public Future<Void> drained() {
        return empty.future();
    }

    private void commit() {
        committing = waiting;
        waiting = new LinkedHashMap<>();
        List<V> values = new ArrayList<>(committing.size());
        committing.values().forEach(one -> values.add(one.value()));
        store.apply(values).onComplete(result -> loop.runOnContext(now -> answer(result)));
    }

    private void answer(AsyncResult<Set<K>> result) {
        Map<K, Waiting<V>> done = committing;
        committing = Map.of();
        done.forEach((key, one) -> {
            for (Promise<Boolean> answer : one.answers()) {
                if (result.succeeded()) {
                    answer.complete(result.result().contains(key));
                } else {
                    answer.fail(result.cause());
                }
            }
        });
        if (waiting.isEmpty()) {
            empty.complete();
        } else {
            commit();
        }
    }
}
