package de.werkraum.wire;

/** Names of dialects, by which another server knows what a connection speaks. */
public final class Dialects {
    private static final String Y_WEBSOCKET = "y";
    private static final String LINES = "l";
    private static final String EVENT_STREAM = "e";
    private static final String HOCUSPOCUS = "h";

    private Dialects() {}

    /** The name of a dialect. */
    public static String name(Dialect dialect) {
        if (dialect instanceof Hocuspocus provider) {
            return HOCUSPOCUS + provider.key();
        }
        return dialect instanceof Lines ? LINES : dialect instanceof EventStream ? EVENT_STREAM : Y_WEBSOCKET;
    }

    /** The dialect of a name. */
    public static Dialect named(String name) {
        return switch (name.substring(0, 1)) {
            case HOCUSPOCUS -> new Hocuspocus(name.substring(1));
            case LINES -> Lines.DIALECT;
            case EVENT_STREAM -> EventStream.DIALECT;
            default -> YWebSocket.DIALECT;
        };
    }
}
