package de.werkraum.export;

import java.io.Serializable;

/**
 * What a document holds.
 *
 * @param document the plan, the protocol of the workshop, or both
 * @param days whether a calendar shows each date as a day beside the task
 */
public record Contents(Document document, boolean comments, boolean polls, boolean minutes, People people, boolean days)
        implements Serializable {
    public static final Contents ALL = new Contents(Document.PLAN, true, true, true, People.COUNTS);

    /** Without days beside the tasks. */
    public Contents(Document document, boolean comments, boolean polls, boolean minutes, People people) {
        this(document, comments, polls, minutes, people, false);
    }

    /** For those who may not hand names on. */
    public Contents withoutNames() {
        return new Contents(document, comments, polls, minutes, people == People.NAMES ? People.COUNTS : people, days);
    }

    /** For everybody, who reads neither comments nor minutes. */
    Contents forEverybody() {
        Contents nameless = withoutNames();
        return new Contents(Document.PLAN, false, polls, false, nameless.people, days);
    }

    boolean plan() {
        return document != Document.PROTOCOL;
    }

    boolean protocol() {
        return document != Document.PLAN;
    }

    public enum Document {
        PLAN,
        PROTOCOL,
        BOTH
    }

    /** How those who took part are told of. */
    public enum People {
        NAMES,
        COUNTS,
        NONE
    }
}
