package de.werkraum.programme;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Preset;
import de.werkraum.plan.Template;
import de.werkraum.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file says as it may stand in a programme: one line each, not too long, known templates only. What does not fit is told. */
final class Tidying {
    /** Longest key, in characters; a GUID has 36, a UID of a calendar some 100. */
    private static final int KEY = 300;

    /** What is told of a text that is too long, in characters. */
    private static final int SHOWN = 40;

    private final Frame frame;
    private final List<Doubt> doubts;

    Tidying(Frame frame, List<Doubt> doubts) {
        this.frame = frame;
        this.doubts = doubts;
    }

    List<Session> tidy(List<Raw> all) {
        var sessions = new ArrayList<Session>();
        Set<String> keys = new HashSet<>();
        for (Raw raw : all) {
            String title = line(raw.title());
            if (title.isEmpty()) {
                doubt(raw, raw.key(), "ohne Titel, bleibt weg", "without a title, is left out");
                continue;
            }
            String key = line(raw.key());
            boolean usable = !key.isEmpty() && key.length() <= KEY;
            if (usable && !keys.add(key)) {
                doubt(raw, key, "diese Kennung gab es schon, bleibt weg", "this id was there before, is left out");
                continue;
            }
            sessions.add(session(raw, usable ? key : null, title));
        }
        return sessions;
    }

    private Session session(Raw raw, @Nullable String key, String title) {
        Instant end = raw.end();
        if (end != null && (raw.start() == null || !end.isAfter(raw.start()))) {
            doubt(raw, end.toString(), "das Ende liegt nicht nach dem Beginn", "the end is not after the start");
            end = null;
        }
        return new Session(
                key,
                cut(raw, title, frame.titleChars()),
                optional(cut(raw, line(raw.place()), frame.titleChars())),
                raw.start(),
                end,
                moderators(raw),
                seats(raw),
                template(raw),
                preset(raw));
    }

    private List<String> moderators(Raw raw) {
        List<String> names = raw.moderators().stream()
                .map(Tidying::line)
                .filter(name -> !name.isEmpty())
                .map(name -> cut(raw, name, frame.nameChars()))
                .distinct()
                .toList();
        if (names.size() <= frame.moderators()) {
            return names;
        }
        doubt(
                raw,
                names.get(frame.moderators()),
                "so viele Moderierende hat keine Sitzung",
                "no session has as many moderators");
        return names.subList(0, frame.moderators());
    }

    private @Nullable Integer seats(Raw raw) {
        String text = line(raw.seats());
        if (text.matches("\\d{1,6}(?:[.,]0+)?")) {
            int seats = Integer.parseInt(text.replaceAll("[.,].*", ""));
            if (seats >= 1 && seats <= frame.seats()) {
                return seats;
            }
        }
        if (!text.isEmpty()) {
            doubt(raw, text, "keine Zahl von Plätzen", "no number of seats");
        }
        return null;
    }

    private @Nullable String template(Raw raw) {
        String text = line(raw.template());
        for (Template template : frame.templates().all()) {
            if (isCalled(text, template.id(), template.title())) {
                return template.id();
            }
        }
        if (!text.isEmpty()) {
            doubt(raw, text, "keine Planvorlage dieses Namens", "no template of that name");
        }
        return null;
    }

    private @Nullable String preset(Raw raw) {
        String text = line(raw.preset());
        for (Preset preset : frame.templates().presets()) {
            if (isCalled(text, preset.id(), preset.title())) {
                return preset.id();
            }
        }
        if (!text.isEmpty()) {
            doubt(raw, text, "kein Ablauf dieses Namens", "no course of that name");
        }
        return null;
    }

    private static boolean isCalled(String text, String id, Bilingual title) {
        String lower = text.toLowerCase(Locale.GERMAN);
        return lower.equals(id)
                || lower.equals(title.de().toLowerCase(Locale.GERMAN))
                || lower.equals(title.en().toLowerCase(Locale.GERMAN));
    }

    private String cut(Raw raw, String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        doubt(raw, start(text, Math.min(SHOWN, most)), "zu lang, wird gekürzt", "too long, is cut");
        return start(text, most);
    }

    private static String start(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private void doubt(Raw raw, String text, String de, String en) {
        doubts.add(new Doubt(raw.row(), line(raw.title()), text, new Bilingual(de, en)));
    }

    /** One line without control characters and halves of characters. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }
}
