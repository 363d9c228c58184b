package de.werkraum.chaos;

/** {@code kill -9} of the server, once or again as soon as it serves. */
record KilledServer(int times) implements Fault {
    @Override
    public String name() {
        return times == 1 ? "server killed" : "server killed " + times + " times in a row";
    }

    @Override
    public void strike(World world, Crowd crowd) {
        for (int i = 0; i < times; i++) {
            world.killServer();
            world.restartServer();
        }
    }
}
