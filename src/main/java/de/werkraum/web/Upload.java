package de.werkraum.web;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sends: as the body itself, or as the part {@code file} of a form, beside which other parts may stand.
 *
 * @param name of the file, empty where it has none
 * @param fields other parts of the form by name
 */
record Upload(String name, byte[] bytes, Map<String, String> fields) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]{0,100})\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]{0,500})\"");

    /** Parts of a form: a file and what is said about it. */
    private static final int PARTS = 10;

    /** Reads the whole body; 413 where it is longer than it may be. */
    static Future<Upload> of(RoutingContext context, int most) {
        HttpServerRequest request = context.request();
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.exceptionHandler(read::tryFail);
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= most) {
                body.appendBuffer(chunk);
            } else {
                read.tryFail(Problem.of(413, "tooLarge", "The body is too large"));
            }
        });
        request.endHandler(end -> read.tryComplete(body));
        return read.future().map(whole -> of(request.getHeader(HttpHeaders.CONTENT_TYPE), whole.getBytes()));
    }

    private static Upload of(@Nullable String type, byte[] body) {
        if (type == null || !type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length())) {
            return new Upload("", body, Map.of());
        }
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw malformed();
        }
        return parts(body, "--" + boundary.group(1));
    }

    /** RFC 7578. Latin-1 keeps each byte as one character. */
    private static Upload parts(byte[] body, String boundary) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        var fields = new LinkedHashMap<String, String>();
        String file = null;
        String name = "";
        int at = text.indexOf(boundary);
        for (int i = 0; i < PARTS && at >= 0; i++) {
            int head = at + boundary.length() + 2;
            int end = text.indexOf("\r\n" + boundary, at + boundary.length());
            int blank = text.indexOf("\r\n\r\n", at);
            if (end < 0 || blank < 0 || blank > end) {
                break;
            }
            String headers = text.substring(head, blank);
            String content = text.substring(blank + 4, Math.max(blank + 4, end));
            String field = found(NAME, headers);
            if (field.equals("file")) {
                file = content;
                name = utf8(found(FILE_NAME, headers));
            } else {
                fields.put(field, utf8(content));
            }
            at = end + 2;
        }
        if (file == null) {
            throw malformed();
        }
        return new Upload(name, file.getBytes(StandardCharsets.ISO_8859_1), fields);
    }

    private static String found(Pattern pattern, String headers) {
        Matcher matcher = pattern.matcher(headers);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Problem malformed() {
        return Problem.badRequest("A form must have its file in the part \"file\".");
    }

    /** What is said about the file: in the form, else in the address. */
    @Nullable
    String field(RoutingContext context, String name) {
        String inForm = fields.get(name);
        return inForm == null ? context.request().getParam(name) : inForm;
    }

    /** The same as JSON; an empty object where nothing is said. */
    JsonObject object(RoutingContext context, String name) {
        String text = field(context, name);
        try {
            return text == null || text.isBlank() ? new JsonObject() : new JsonObject(text);
        } catch (DecodeException e) {
            throw Problem.invalid("invalid", "/" + name, "must be a JSON object");
        }
    }
}
