package de.werkraum.imports;

/**
 * One place of a sheet.
 *
 * @param from where its value was written: here, or in the cell to the left or above that it is merged with
 * @param sum whether it is computed from several others
 */
record Cell(Value value, From from, boolean sum) {
    static final Cell EMPTY = of(Value.nothing());

    /** Where a value was written. */
    enum From {
        HERE,
        LEFT,
        ABOVE
    }

    static Cell of(Value value) {
        return new Cell(value, From.HERE, false);
    }

    static Cell of(String text) {
        return of(new Value.Words(text));
    }

    String text() {
        return value.text();
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    /** Whether a value was written just here. */
    boolean isOwn() {
        return from == From.HERE && !isEmpty();
    }

    Cell spread(From direction) {
        return new Cell(value, direction, sum);
    }
}
