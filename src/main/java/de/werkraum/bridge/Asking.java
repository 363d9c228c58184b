package de.werkraum.bridge;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Questions to the server of a room that are about more than a connection, each with its answer. */
final class Asking {
    private static final Logger LOG = Logger.getLogger(Asking.class.getName());
    /** An answer that does not come within so long is none: whoever asks may ask again. */
    private static final long ANSWER_MILLIS = 5_000;

    private static final String ROOM = "room";
    private static final String ASKED = "asked";

    private final Vertx vertx;

    Asking(Vertx vertx) {
        this.vertx = vertx;
    }

    private static String address(int server) {
        return "werkraum." + server + ".ask";
    }

    /** Answers the others from now on. */
    Future<Void> answer(int own, BiFunction<UUID, JsonObject, Future<JsonObject>> answers) {
        return vertx.eventBus()
                .<JsonObject>consumer(address(own), message -> answer(message, answers))
                .completion();
    }

    private static void answer(Message<JsonObject> message, BiFunction<UUID, JsonObject, Future<JsonObject>> answers) {
        JsonObject body = message.body();
        answers.apply(UUID.fromString(body.getString(ROOM)), body.getJsonObject(ASKED))
                .onSuccess(message::reply)
                .onFailure(failure -> {
                    Problem problem = failure instanceof Problem known ? known : Places.unreachable();
                    if (!(failure instanceof Problem)) {
                        LOG.log(Level.WARNING, "A question of another server has no answer: {0}", failure.toString());
                    }
                    message.fail(problem.status(), problem.code() + "\n" + problem.getMessage());
                });
    }

    Future<JsonObject> ask(int server, UUID room, JsonObject asked) {
        JsonObject body = new JsonObject().put(ROOM, room.toString()).put(ASKED, asked);
        return vertx.eventBus()
                .<JsonObject>request(address(server), body, new DeliveryOptions().setSendTimeout(ANSWER_MILLIS))
                .map(Message::body)
                .recover(failure -> Future.failedFuture(problem(failure)));
    }

    private static Problem problem(Throwable failure) {
        String[] words = String.valueOf(failure.getMessage()).split("\n", 2);
        return failure instanceof ReplyException refused && refused.failureCode() >= 400 && words.length == 2
                ? Problem.of(refused.failureCode(), words[0], words[1])
                : Places.unreachable();
    }
}
