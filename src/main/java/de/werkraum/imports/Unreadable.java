package de.werkraum.imports;

import de.werkraum.plan.Bilingual;

/** A file that can't be imported, with one sentence for whoever brought it. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Bilingual sentence;

    private Unreadable(String code, Bilingual sentence) {
        super(sentence.en(), null, false, false);
        this.code = code;
        this.sentence = sentence;
    }

    /** Stable, as {@code importFormat}. */
    public String code() {
        return code;
    }

    /** What is wrong and what to do. */
    public Bilingual sentence() {
        return sentence;
    }

    /** A file of a kind that is not read, or that is no such file. */
    public static Unreadable format(String de, String en) {
        return new Unreadable("importFormat", new Bilingual(de, en));
    }

    /** A file that is not what it begins as. */
    public static Unreadable damaged() {
        return format(
                "Die Datei ist beschädigt oder nicht das, was ihr Anfang verspricht.",
                "The file is damaged, or not what its beginning promises.");
    }

    static Unreadable nothing() {
        return empty(
                "In der Datei wurde nichts gefunden, das ein Schritt sein könnte.",
                "Nothing was found in the file that could be a step.");
    }

    /** A file with nothing in it of what is looked for. */
    public static Unreadable empty(String de, String en) {
        return new Unreadable("importEmpty", new Bilingual(de, en));
    }

    /** A file that asks for more than a file may. */
    public static Unreadable tooLarge(String de, String en) {
        return new Unreadable("importTooLarge", new Bilingual(de, en));
    }

    static Unreadable manySteps(Bounds bounds) {
        return tooLarge(
                "Die Datei würde mehr als " + bounds.steps() + " Schritte bringen.",
                "The file would bring more than " + bounds.steps() + " steps.");
    }

    /** The file took longer than it may. */
    public static Unreadable tooLong() {
        return tooLarge(
                "Das Lesen der Datei dauert zu lange. Bitte nur die nötigen Blätter speichern.",
                "Reading the file takes too long. Please save only the sheets that are needed.");
    }
}
