package de.werkraum.programme;

import de.werkraum.imports.Bounds;
import de.werkraum.plan.Templates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a programme is read within.
 *
 * @param sessions that an event may have
 * @param titleChars longest title or place, in characters
 * @param nameChars longest name of a moderator with an address, in characters
 * @param day of the event, for times without one; null where it is not known
 * @param year for dates without one
 */
public record Frame(
        Bounds bounds,
        int sessions,
        int moderators,
        int seats,
        int titleChars,
        int nameChars,
        Templates templates,
        @Nullable LocalDate day,
        int year) {}
