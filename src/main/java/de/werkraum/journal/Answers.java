package de.werkraum.journal;

/**
 * How many answers a client is due that counts by itself what is not saved. It begins with one whenever it asks for what it lacks, since it will be asked in
 * its turn, adds one for each update, and takes one away for each answer; at none, all that it wrote is saved. So there is one answer for each update that is committed and
 * for each committed step 2 that it was bound to send, none too early, and none too many, or some clients count below nothing. A write that was refused is
 * answered when a later step 2 that brings it is committed. What was written before the client asked again is not answered any more: it has begun anew.
 */
final class Answers {
    /** Step 2s that are still to come as answers to a client that asks. */
    private long awaited;
    /** What the client has added to its count, from the first on. */
    private long counted;
    /** Refused, and not brought by a later step 2. */
    private long refused;

    private long comingSteps;
    private long comingRefused;
    /** Committed, but for updates that were so at once. */
    private long made;

    private long forgotten;
    private long before;
    private long handed;

    /** An update has come. */
    void wrote() {
        counted++;
    }

    /** An update has come and was not taken. */
    void refused() {
        counted++;
        refused++;
    }

    /** A step 2 has come and was taken. */
    void step2() {
        comingSteps += answersAQuestion() ? 1 : 0;
        comingRefused = refused;
    }

    /** A step 2 has come and was not taken. */
    void refusedStep2() {
        refused += answersAQuestion() ? 1 : 0;
    }

    /** One that the server asked for by itself, after unlocking, is none that the client has added. */
    private boolean answersAQuestion() {
        boolean answers = awaited > 0;
        awaited -= answers ? 1 : 0;
        counted += answers ? 1 : 0;
        return answers;
    }

    /** All step 2s so far are committed. */
    void synced() {
        made += comingSteps + comingRefused;
        refused -= comingRefused;
        comingSteps = 0;
        comingRefused = 0;
    }

    /** The client asks for what it lacks. */
    void asked() {
        before = handed;
        forgotten = counted;
        awaited++;
    }

    /**
     * Answers that are due and have not been taken.
     *
     * @param updates those committed so far, less those refused so far
     */
    long take(long updates) {
        long due = before + Math.max(0, updates + made - forgotten);
        long news = Math.max(0, due - handed);
        handed += news;
        return news;
    }
}
