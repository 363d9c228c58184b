package de.werkraum.voting;

import java.util.List;

/**
 * What is true of a method whatever its settings.
 *
 * @param options how a draft's options are completed and bounded
 * @param top whether the setting {@code top} applies
 * @param byAuthority whether counting by authority applies
 * @param reader makes the method from its settings
 */
record Kind(String name, OptionRule options, boolean top, boolean byAuthority, Reader reader) {
    /** Reads a method's own settings; what is wrong is noted in the reader and a default used, so that all is found. */
    interface Reader {
        Method read(SettingsReader settings, List<Option> options);
    }

    /** How many options a draft must have, and what is added by itself. */
    enum OptionRule {
        /** None given: the question is the one option. */
        QUESTION_OR_MORE,
        /** The question is the one option. */
        QUESTION_ONLY,
        ONE_OR_MORE,
        TWO_OR_MORE,
        /** One or more, and "everything stays as it is". */
        WITH_PASSIVE
    }
}
