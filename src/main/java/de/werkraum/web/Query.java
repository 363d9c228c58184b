package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of an address's query; one that can't be used is 400. */
final class Query {
    private Query() {}

    static int whole(RoutingContext context, String name, int least, int most, int absent) {
        String text = context.request().getParam(name);
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw Problem.badRequest(name + " must be a whole number from " + least + " to " + most + ".");
    }

    /** One of some words, the first where nothing is said. */
    static String word(RoutingContext context, String name, List<String> words) {
        String text = context.request().getParam(name);
        if (text != null && !words.contains(text)) {
            throw Problem.badRequest(name + " must be one of " + String.join(", ", words) + ".");
        }
        return text == null ? words.get(0) : text;
    }

    static @Nullable UUID optionalId(RoutingContext context, String name) {
        String text = context.request().getParam(name);
        return text == null ? null : Ids.parse(text).orElseThrow(() -> Problem.badRequest(name + " must be an id."));
    }
}
