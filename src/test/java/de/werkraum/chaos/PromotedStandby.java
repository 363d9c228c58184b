package de.werkraum.chaos;

/**
 * The server's machine is gone, and a standby that had to have each commit takes its place, at its own address: {@code DATABASE_URL} names both.
 * Nothing that was saved is lost.
 */
record PromotedStandby() implements Fault {
    @Override
    public String name() {
        return "synchronous standby promoted";
    }

    @Override
    public boolean fits(Postgres postgres) {
        return postgres instanceof OwnPostgres;
    }

    @Override
    public void strike(World world, Crowd crowd) {
        OwnPostgres postgres = (OwnPostgres) world.postgres();
        postgres.follow();
        world.awaitReady();
        crowd.awaitProgress();
        int outages = crowd.state("outages");
        world.killPostgres(true);
        crowd.awaitOutage(outages);
        postgres.promote();
    }
}
