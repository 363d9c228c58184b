package de.werkraum.chaos;

import java.util.Locale;

/** A network that behaves as the mode says for some seconds, between clients and server or between server and database. */
record BadWire(boolean database, Wire.Mode mode) implements Fault {
    private static final int SECONDS = 6;
    /** Longer than the server bears a silent connection. */
    private static final int SILENT_SECONDS = 14;

    @Override
    public String name() {
        return "wire to the " + (database ? "database" : "server") + ": "
                + mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public boolean fits(Postgres postgres) {
        return database ? postgres instanceof OwnPostgres : mode != Wire.Mode.LOSE_ANSWERS;
    }

    @Override
    public void strike(World world, Crowd crowd) {
        Wire wire = database ? ((OwnPostgres) world.postgres()).wire() : world.clients();
        int outages = crowd.state("outages");
        wire.become(mode);
        if (database && (mode == Wire.Mode.CUT || mode == Wire.Mode.SILENT)) {
            world.awaitNotReady();
            crowd.awaitOutage(outages);
        }
        world.passUpTo(mode == Wire.Mode.SILENT ? SILENT_SECONDS : SECONDS);
        wire.become(Wire.Mode.PASS);
    }
}
