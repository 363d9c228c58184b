package de.werkraum.rich;

import de.werkraum.crdt.YType;
import java.util.function.IntPredicate;

/** The characters of a text, and those at and below a shared type, whatever type it is. */
public final class Characters {
    private Characters() {}

    public static String of(YType type) {
        return Fragments.allText(type);
    }

    /** Whether all UTF-16 units of a text are like that; without a stream, since most texts are looked at so several times. */
    public static boolean all(String text, IntPredicate like) {
        for (int i = 0; i < text.length(); i++) {
            if (!like.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
