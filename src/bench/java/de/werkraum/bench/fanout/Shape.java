package de.werkraum.bench.fanout;

import java.util.ArrayList;
import java.util.List;

/** Rooms of the same size, and how many write in each. */
record Shape(int rooms, int clients, int writers) {
    static final Shape ONE_ROOM = new Shape(1, 500, 4);
    static final Shape GROUPS = new Shape(100, 5, 5);

    /** New rooms on that server. */
    List<Seat> seats(Server server) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            seats.addAll(server.room(clients, writers));
        }
        return seats;
    }
}
