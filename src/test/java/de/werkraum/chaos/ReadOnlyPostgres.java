package de.werkraum.chaos;

/** PostgreSQL takes no writes for some seconds: a disk that its operator protects, a service that is moved. Everybody is told, then all is saved. */
record ReadOnlyPostgres() implements Fault {
    private static final int SECONDS = 5;

    @Override
    public String name() {
        return "PostgreSQL read-only";
    }

    @Override
    public boolean fits(Postgres postgres) {
        return postgres instanceof OwnPostgres;
    }

    @Override
    public void strike(World world, Crowd crowd) {
        OwnPostgres postgres = (OwnPostgres) world.postgres();
        int outages = crowd.state("outages");
        postgres.readOnly(true);
        world.awaitNotReady();
        crowd.awaitOutage(outages);
        world.passUpTo(SECONDS);
        postgres.readOnly(false);
    }
}
