package de.werkraum.export;

/** What of a room a document holds beside goal and steps. */
public record Contents(boolean comments, boolean polls, boolean minutes, People people) {
    public static final Contents ALL = new Contents(true, true, true, People.COUNTS);

    /** For those who may not hand names on. */
    public Contents withoutNames() {
        return new Contents(comments, polls, minutes, people == People.NAMES ? People.COUNTS : people);
    }

    /** How those who took part are told of. */
    public enum People {
        NAMES,
        COUNTS,
        NONE
    }
}
