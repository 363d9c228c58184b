package de.werkraum.bench.fanout;

/**
 * A process that listens.
 *
 * @param port on 127.0.0.1
 */
record Running(String name, Process process, int port) {}
