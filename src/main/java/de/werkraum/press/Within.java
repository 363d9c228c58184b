package de.werkraum.press;

import de.werkraum.export.Exports;
import de.werkraum.export.Rendered;

/** Makes documents in this process. */
public record Within(Exports exports) implements Maker {
    @Override
    public Rendered make(Order order) {
        return order.by(exports);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
