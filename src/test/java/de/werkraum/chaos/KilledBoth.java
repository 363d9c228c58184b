package de.werkraum.chaos;

/** {@code kill -9} of everything at once: what a power cut leaves, but for the disk's own cache. */
record KilledBoth() implements Fault {
    @Override
    public String name() {
        return "server and PostgreSQL killed";
    }

    @Override
    public void strike(World world, Crowd crowd) {
        world.killPostgres(true);
        world.killServer();
        world.postgres().revive();
        world.restartServer();
    }
}
