package de.werkraum.compare;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Obstacle;
import de.werkraum.plan.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How fields and their values are called. */
final class Names {
    /** Fields of a plan and of a step, in the order they are told. */
    private static final Map<String, Bilingual> FIELDS = fields();

    /** Fields whose words are compared; of all others the whole value is. */
    private static final Set<String> TEXTS =
            Set.of("title", "goal", "minutes", "details", "result", "responsible", "contributors", "comments");

    private Names() {}

    private static Map<String, Bilingual> fields() {
        var names = new LinkedHashMap<String, Bilingual>();
        names.put("title", new Bilingual("Titel", "Title"));
        names.put("goal", new Bilingual("Ziel", "Goal"));
        names.put("status", new Bilingual("Status", "Status"));
        names.put("responsible", new Bilingual("Zuständig", "Responsible"));
        names.put("contributors", new Bilingual("Mitwirkend", "Contributors"));
        names.put("start", new Bilingual("Beginn", "Start"));
        names.put("due", new Bilingual("Fällig", "Due"));
        names.put("followUp", new Bilingual("Wiedervorlage", "Follow-up"));
        names.put("effort", new Bilingual("Personentage", "Person-days"));
        names.put("result", new Bilingual("Fertig, wenn", "Done when"));
        names.put("obstacle", new Bilingual("Hindernis", "Obstacle"));
        names.put("details", new Bilingual("Einzelheiten", "Details"));
        names.put("comments", new Bilingual("Anmerkungen", "Comments"));
        names.put("minutes", new Bilingual("Protokoll", "Minutes"));
        names.put("authority", new Bilingual("Verwaltung", "Authority"));
        names.put("level", new Bilingual("Ebene", "Level"));
        names.put("field", new Bilingual("Aufgabenbereich", "Field"));
        names.put("serviceKey", new Bilingual("Leistungsschlüssel", "Service key"));
        names.put("reuseModel", new Bilingual("Nachnutzungsmodell", "Reuse model"));
        names.put("maturityNow", new Bilingual("Reifegrad heute", "Maturity today"));
        names.put("maturityGoal", new Bilingual("Reifegrad Ziel", "Maturity goal"));
        names.put("origin", new Bilingual("Herkunft", "Origin"));
        return names;
    }

    static Set<String> known() {
        return FIELDS.keySet();
    }

    static String label(String field, String language) {
        return FIELDS.getOrDefault(field, new Bilingual(field, field)).in(language);
    }

    static boolean isText(String field) {
        return TEXTS.contains(field);
    }

    /** A value as people read it. */
    static String shown(String field, @Nullable Object value, String language) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return switch (field) {
            case "status" -> {
                Status status = Status.of(text);
                yield status == null ? text : status.label().in(language);
            }
            case "obstacle" -> {
                Obstacle obstacle = Obstacle.of(text);
                yield obstacle == null ? text : obstacle.label().in(language);
            }
            case "start", "due", "followUp" -> language.equals("en") ? text : day(text);
            case "effort" -> language.equals("en") ? text : text.replace('.', ',');
            default -> text;
        };
    }

    private static String day(String iso) {
        String[] parts = iso.split("-", -1);
        return parts.length == 3 ? parts[2] + "." + parts[1] + "." + parts[0] : iso;
    }
}
