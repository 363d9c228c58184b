package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.PlanReader;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * All that an export of a room is made of, its plan still as updates: reading it takes long, and is for whoever makes the document.
 *
 * @param plan as updates that together say all
 * @param templates titles of the built-in templates, by their ids
 * @param rest all else; its plan is empty
 */
public record Unread(List<byte[]> plan, Map<String, Bilingual> templates, ExportInput rest) implements Serializable {
    /** The same, read. */
    public ExportInput read() {
        return rest.of(PlanReader.read(plan), templates);
    }
}
