package de.werkraum.press;

import de.werkraum.export.CsvPreset;
import de.werkraum.export.EventInput;
import de.werkraum.export.Exports;
import de.werkraum.export.Rendered;
import de.werkraum.export.Unread;
import java.io.Serializable;

/** A document that is wanted, with all that it is made of, as one process hands it to another. */
public sealed interface Order extends Serializable {
    /**
     * Carries it out.
     *
     * @throws java.util.NoSuchElementException if there is no such format
     */
    Rendered by(Exports exports);

    /** A plan and its outcomes. */
    record OfPlan(String format, Unread input) implements Order {
        @Override
        public Rendered by(Exports exports) {
            return exports.render(format, input.read()).orElseThrow();
        }
    }

    /** The steps of a plan as another program's table. */
    record OfTable(CsvPreset preset, Unread input) implements Order {
        @Override
        public Rendered by(Exports exports) {
            return exports.render(preset, input.read());
        }
    }

    /** What a whole event came to. */
    record OfEvent(String format, EventInput input) implements Order {
        @Override
        public Rendered by(Exports exports) {
            return exports.render(format, input).orElseThrow();
        }
    }

    /** A short document that nobody wants: making it loads what the first real one would else wait for. */
    record Trial(String format) implements Order {
        @Override
        public Rendered by(Exports exports) {
            return exports.sample(format).orElseThrow();
        }
    }
}
