package de.werkraum.handover;

import de.werkraum.outside.Place;

/**
 * The address of a calendar as somebody has typed it.
 *
 * @param path ends with a slash, as the names in it are below it
 */
record Collection(boolean tls, String host, int port, String path) {
    /** Reads an address; whoever can't be reached by it is told so. */
    static Collection of(String url) {
        Place place = Place.of(url).filter(whole -> !whole.path().contains("?")).orElseThrow(Refusals::noAddress);
        String path = place.path();
        return new Collection(place.tls(), place.host(), place.port(), path.endsWith("/") ? path : path + "/");
    }

    /** What lies there, by its path. */
    Place at(String path) {
        return new Place(tls, host, port, path);
    }
}
