package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port on loopback, and who stands behind it: what proxies of the tests have in common. Threads are daemons. */
public final class Door implements AutoCloseable {
    private static final int WAITING = 200;

    private final ServerSocket socket;
    private final String name;

    /** Meets whoever comes in, one after another; what takes time begins a thread of its own. */
    @FunctionalInterface
    public interface Host {
        /**
         * Takes a guest on.
         *
         * @throws IOException if the guest, or whom it was to be led to, has gone: the next one is met
         */
        void meet(Socket guest) throws IOException;
    }

    private Door(ServerSocket socket, String name) {
        this.socket = socket;
        this.name = name;
    }

    /**
     * Opens a free port.
     *
     * @param name of its threads
     */
    public static Door open(String name, Host host) {
        try {
            Door door = new Door(new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()), name);
            door.begin(() -> door.accept(host));
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Runs a task on a thread of its own. */
    public void begin(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Host host) {
        while (!socket.isClosed()) {
            try {
                host.meet(socket.accept());
            } catch (IOException e) {
                // closed, or one side hung up at once
            }
        }
    }

    /** Nobody comes in any more; who is in stays. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
