package de.werkraum;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.DecodeException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line a fact, as text or JSON. Our own messages hold no names, tokens or addresses of people; those of libraries might, so what looks
 * like a token or a network address is taken out of them. Thread-safe.
 */
final class LogFormat extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern QUERY = Pattern.compile("(?i)\\btoken=[^\\s&\"']+");
    /** IPv4, or IPv6 with at least three groups, with or without a port. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b(?::\\d+)?|\\[?\\b(?:[0-9a-fA-F]{1,4}:+){2,7}[0-9a-fA-F]{0,4}\\b]?(?::\\d+)?");

    private static final String OWN = "de.werkraum";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean json;

    LogFormat(boolean json) {
        this.json = json;
    }

    /**
     * Whether a record is worth a line. Vert.x reports a handshake whose connection ended meanwhile as an unhandled exception: it answers
     * the same request twice. Nothing is lost and nobody can do anything about it.
     */
    static boolean tells(LogRecord line) {
        Throwable thrown = line.getThrown();
        return !(thrown instanceof IllegalStateException && "Result is already complete".equals(thrown.getMessage()));
    }

    @Override
    public String format(LogRecord line) {
        String logger = line.getLoggerName() == null ? "" : line.getLoggerName();
        boolean own = logger.startsWith(OWN);
        String message = clean(formatMessage(line), own);
        String trace = trace(line.getThrown(), own);
        return json ? json(line, logger, message, trace) : text(line, logger, message, trace);
    }

    private static String text(LogRecord line, String logger, String message, @Nullable String trace) {
        String head = TIME.format(line.getInstant()) + " " + line.getLevel().getName() + " " + logger + ": ";
        return head + oneLine(message) + (trace == null ? "" : " | " + oneLine(trace)) + "\n";
    }

    private static String json(LogRecord line, String logger, String message, @Nullable String trace) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", time(line.getInstant()));
        fields.put("level", line.getLevel().getName());
        fields.put("logger", logger);
        fields.put("message", message);
        if (trace != null) {
            fields.put("trace", trace);
        }
        try {
            return JSON.writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " | ");
    }

    /** What was thrown, and where; causes too. */
    private static @Nullable String trace(@Nullable Throwable thrown, boolean own) {
        if (thrown == null) {
            return null;
        }
        StringBuilder trace = new StringBuilder();
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 5; cause = cause.getCause(), depth++) {
            trace.append(depth == 0 ? "" : "\ncaused by ")
                    .append(quotes(cause) ? cause.getClass().getName() : oneLine(clean(cause.toString(), own)));
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("\n    at ").append(frame);
            }
        }
        return trace.toString();
    }

    /** Whether its message tends to repeat what was read, which somebody may have typed. */
    private static boolean quotes(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                || thrown instanceof DateTimeException
                || thrown instanceof JsonProcessingException
                || thrown instanceof DecodeException;
    }

    private static String clean(String message, boolean own) {
        String secret =
                QUERY.matcher(TOKEN.matcher(message).replaceAll("[token]")).replaceAll("token=[token]");
        return own ? secret : ADDRESS.matcher(secret).replaceAll("[address]");
    }
}
