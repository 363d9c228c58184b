package de.werkraum.chaos;

/** The disk under the plan log takes not one byte more; then somebody makes room. */
record FullDisk() implements Fault {
    @Override
    public String name() {
        return "disk full on the log";
    }

    @Override
    public boolean fits(Postgres postgres) {
        return postgres instanceof OwnPostgres;
    }

    @Override
    public void strike(World world, Crowd crowd) {
        OwnPostgres postgres = (OwnPostgres) world.postgres();
        int outages = crowd.state("outages");
        postgres.moveLogToSmallDisk();
        postgres.fillSmallDisk();
        crowd.awaitOutage(outages);
        world.passUpTo(5);
        postgres.clearSmallDisk();
    }
}
