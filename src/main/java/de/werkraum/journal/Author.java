package de.werkraum.journal;

/** Who hears what becomes of its edits in PostgreSQL. */
interface Author {
    /** Called on the journal's loop: everything up to {@code seq} is in PostgreSQL. */
    void committed(long seq);

    /** Called on the journal's loop: PostgreSQL no longer has all that it had committed. */
    void lost();
}
