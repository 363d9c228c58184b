package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.PlanReader;
import java.io.Serializable;
import java.util.Map;

/**
 * All that an export of a room is made of, its plan still as an update: reading it takes long, and is for whoever makes the document.
 *
 * @param plan as one update
 * @param templates titles of the built-in templates, by their ids
 * @param rest all else; its plan is empty
 */
public record Unread(byte[] plan, Map<String, Bilingual> templates, ExportInput rest) implements Serializable {
    /** The same, read. */
    public ExportInput read() {
        return rest.of(PlanReader.read(plan), templates);
    }
}
