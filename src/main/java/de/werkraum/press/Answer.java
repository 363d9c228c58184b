package de.werkraum.press;

import de.werkraum.export.Rendered;
import java.io.Serializable;

/** What becomes of an order. */
sealed interface Answer extends Serializable {
    record Made(Rendered document) implements Answer {}

    /**
     * Making it failed.
     *
     * @param reason with the place in the code, for the log
     */
    record Failed(String reason) implements Answer {}
}
