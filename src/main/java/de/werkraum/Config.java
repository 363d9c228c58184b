package de.werkraum;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator sets and every limit the server keeps. The one place that reads the environment.
 *
 * @param host address HTTP listens on
 * @param port TCP port, 0 picks a free one
 * @param databaseUrl {@code postgresql://user:password@host:port/db}, or null for the embedded server
 * @param dataFolder folder of the embedded database
 * @param organiserKey the organiser's login key, or null to generate one on the first start
 * @param publicUrl base of links and QR codes, or null for scheme and host of the request
 * @param retentionDays days after which personal data of a closed or abandoned room is erased
 * @param demo whether the first start creates a demo workshop
 * @param tls certificate and key, or null for plain HTTP
 * @param limits bounds in time, size and number
 */
public record Config(
        String host,
        int port,
        @Nullable String databaseUrl,
        Path dataFolder,
        @Nullable String organiserKey,
        @Nullable URI publicUrl,
        int retentionDays,
        boolean demo,
        @Nullable Tls tls,
        Limits limits) {

    /**
     * Where TLS is served directly.
     *
     * @param certificates PEM file of the server's certificate and those that lead to its authority
     * @param key PEM file of its private key, PKCS 8
     */
    public record Tls(Path certificates, Path key) {}

    /**
     * Bounds, each with its unit and its reason.
     *
     * @param bodyBytes longest HTTP body; a plan of 5,000 steps as JSON is about 2 MiB
     * @param messageBytes longest WebSocket message; a day of offline work of one person stays below 1 MiB
     * @param offlineBytes longest sync step 2: the stock client sends what it wrote offline as one message, however long it was away
     * @param pendingMessages messages of one socket waiting for its room; beyond it the socket is not read until half are done
     * @param pendingBytes bytes of one socket waiting for its room; the same as pendingMessages for long messages
     * @param memberPendingBytes bytes of all sockets of one member waiting in one room; beyond it they are closed with 1008, since reading
     *     none of them no longer bounds what they hold: one socket holds pendingBytes and a message
     * @param serverPendingBytes the same of all members and rooms; beyond it a member whose message would have to wait is closed with 1008
     * @param messagesPerSecond messages of one member that one room deals with, over all its sockets, and as many at once; five times what a
     *     connection may count on, and what a room of 500 carries; nobody types, draws or votes that fast
     * @param messagesPerBallot messages that a ballot counts as, since it is a transaction: 50 a second of one member, and as many at once
     * @param inboundBytesPerSecond bytes of these messages; decoding and applying them costs some 10 ms of a core
     * @param inboundBurstBytes bytes at once; the largest step 2
     * @param outboundBytesPerSecond bytes that one member makes a room send, to all receivers together, and as many at once: a network of 1 Gbit/s
     * @param presenceBytesPerSecond bytes of presence of one member, and as many at once; carets that move with every frame need 20 KB
     * @param presenceIds Yjs client ids with presence that one member may bring to a room at a time: a tab is one
     * @param writeQueueBytes bytes waiting for one slow reader before it is sent away with 1013; a full document must fit
     * @param commitMillis longest wait of an edit for its group commit when nothing else is to be written
     * @param commitGapMillis from the beginning of a group commit to the next one's under load, unless commitBytes wait; a commit costs some tenths
     *     of a millisecond here and a flush of the disk there, and nobody sees 25 ms of waiting for "saved"
     * @param commitUpdates updates in one group commit; 1,000 rows are written in 2 to 7 ms
     * @param commitBytes bytes in one group commit; bounds the memory of one statement
     * @param commitSeconds longest wait for a commit before it counts as failed and is tried again; a healthy one takes milliseconds
     * @param journalBytes bytes not yet committed per server; beyond it writers are not read, so an outage of the database can't fill the heap
     * @param snapshotUpdates log rows of a room after which a snapshot replaces them, once they are also a quarter as long as the last one; keeps loading
     *     under some ms
     * @param documentBytes longest encoded plan of a room; ten times the largest congress plan seen
     * @param idleRoomSeconds seconds an empty room stays in memory; a reload must not pay for loading
     * @param heartbeatSeconds silence after which the server sends an empty awareness message; clients hang up after 30 s, ours notice after 10 s
     * @param wrongCodesPerSecond wrong join codes answered by 404 per second and server, further ones by 429; whoever mistypes in a hall of 2,000 is told so
     * @param nameChars longest name of a person, in characters
     * @param titleChars longest title of an event, a room, a question or an option, in characters
     * @param membersPerRoom people of a room, screens included; bounds what presence and electorates cost
     * @param pollsPerRoom polls of a room, drafts included
     * @param listedBallots longest list of ballots or receipts in events and lists of polls, in entries (about 12 KB); beyond it the closing of a
     *     poll of 2,000 would send 500 MB at once, while few open the list
     * @param versionsNamed versions of a plan that moderators may keep by a name; a year of weekly meetings and some
     * @param versionsKept versions kept by the server itself, for each reason; the oldest go
     * @param versionBytes bytes of all versions of a room that the server keeps itself, the newest one in any case; a usual plan has 20 KiB
     * @param versionMinutes minutes after which an edited plan is kept by itself; an hour of work is what one may want back
     * @param roomsInMemory rooms with somebody in them, a loaded one costs from 50 KB; at that number those without anybody leave at once,
     *     and no further one is opened
     * @param retentionSeconds between two looks for rooms whose people are to be erased; days are what is promised
     * @param shutdownSeconds time for an orderly end; the contract promises 10 s
     * @param connections bounds of sockets and HTTP
     * @param imports bounds of files that people bring
     * @param documents bounds of what plans take in memory
     */
    public record Limits(
            int bodyBytes,
            int messageBytes,
            int offlineBytes,
            int pendingMessages,
            int pendingBytes,
            int memberPendingBytes,
            int serverPendingBytes,
            int messagesPerSecond,
            int messagesPerBallot,
            int inboundBytesPerSecond,
            int inboundBurstBytes,
            int outboundBytesPerSecond,
            int presenceBytesPerSecond,
            int presenceIds,
            int writeQueueBytes,
            int commitMillis,
            int commitGapMillis,
            int commitUpdates,
            int commitBytes,
            int commitSeconds,
            int journalBytes,
            int snapshotUpdates,
            int documentBytes,
            int idleRoomSeconds,
            int heartbeatSeconds,
            int wrongCodesPerSecond,
            int nameChars,
            int titleChars,
            int membersPerRoom,
            int pollsPerRoom,
            int listedBallots,
            int versionsNamed,
            int versionsKept,
            int versionBytes,
            int versionMinutes,
            int roomsInMemory,
            int retentionSeconds,
            int shutdownSeconds,
            Connections connections,
            Imports imports,
            Documents documents) {

        private static final int KIB = 1024;
        private static final int MIB = 1024 * KIB;

        /** The limits of a server as shipped. */
        public static Limits standard() {
            return new Limits(
                    4 * MIB,
                    4 * MIB,
                    16 * MIB,
                    512,
                    MIB,
                    64 * MIB,
                    128 * MIB,
                    5_000,
                    100,
                    8 * MIB,
                    32 * MIB,
                    128 * MIB,
                    64 * KIB,
                    200,
                    32 * MIB,
                    10,
                    25,
                    1_000,
                    4 * MIB,
                    5,
                    64 * MIB,
                    500,
                    64 * MIB,
                    60,
                    5,
                    100,
                    80,
                    300,
                    10_000,
                    500,
                    100,
                    100,
                    50,
                    64 * MIB,
                    60,
                    5_000,
                    3_600,
                    10,
                    Connections.standard(),
                    Imports.standard(),
                    Documents.standard());
        }

        /**
         * Bounds of what plans take in memory.
         *
         * @param waitingBytes heap of what waits in a plan for a missing part. Between connecting and the answer to their step 2 somebody types some
         *     hundred bytes that may have to wait, a few KB of heap
         * @param waitingSeconds how long it waits: who has the missing part brings it with the next step 2, and comes back within a day or not at all
         */
        public record Documents(int waitingBytes, int waitingSeconds) {
            private static Documents standard() {
                return new Documents(4 * MIB, 86_400);
            }
        }

        /**
         * Bounds of files that people bring. What they ask for may be a thousand times what they are long.
         *
         * @param fileBytes longest file; ten thousand tasks as CSV are some 2 MB, and a workbook of as many less
         * @param unpackedBytes all parts of a packed file together, in memory at once; sheets are some ten times as long as their file
         * @param importRows rows with something in them
         * @param importColumns columns; a project plan with a chart of days has some 400, of which none beyond these is read
         * @param importSteps steps that one import may bring; more than anybody reads in a preview
         * @param importSeconds a file may take to be read; the slowest of those looked at takes one
         * @param importsAtOnce files read at the same time, each with its unpacked parts in memory
         * @param importsWaiting files that wait for their turn; further ones are told to come again
         */
        public record Imports(
                int fileBytes,
                int unpackedBytes,
                int importRows,
                int importColumns,
                int importSteps,
                int importSeconds,
                int importsAtOnce,
                int importsWaiting) {

            private static Imports standard() {
                return new Imports(4 * MIB, 48 * MIB, 10_000, 256, 2_000, 20, 2, 8);
            }
        }

        /**
         * Bounds of sockets and HTTP, for members counted over all their connections and never by address: a venue is one address.
         *
         * @param socketsPerMember open sockets and streams of one member in one room: a viewer's token may serve every screen of a venue
         * @param socketsPerRoom open sockets and streams of one room: twice its members
         * @param all TCP connections of the server, each costs 20 to 40 KB; more are cut at once, so that those that are there can work
         * @param headSeconds time for the first request's head, TLS aside: who says nothing is nobody yet
         * @param keepAliveSeconds time from one request's end to the next one's head; what common proxies do
         * @param bodySeconds time for a body: 4 MiB over a phone's 0.3 Mbit/s
         * @param goodbyeSeconds from the goodbye to the cut, for those who don't read it
         * @param stallSeconds time without a byte taken by a reader for whom something waits; a phone that changes cells takes some
         * @param actsPerSecond HTTP requests of one member, and as many more at once; beyond they wait up to a second, then 429. A page asks for some
         *     ten a minute, a script for some hundreds a second
         * @param certificateSeconds between two looks whether the TLS certificate was renewed
         * @param anyBodyBytes longest HTTP body of somebody without a good token; who joins or logs in sends some hundred bytes
         * @param partialBytesPerMember bytes of messages and bodies that are not whole yet, of all connections of one member; two tabs may bring the
         *     largest step 2 at once, beyond it the socket is closed with 1008
         * @param partialBytes the same of all connections: a quarter of a heap of 512 MiB; beyond it the one that takes longest is closed with 1013
         * @param framesPerSecond pings and parts of messages of one member, and as many at once; more are read slowly. A message of 16 MiB in parts of
         *     4 KiB, as some libraries send it, takes 3 s
         * @param bytesPerAct longer answers count as several requests: reading a plan costs as much as it is long
         */
        public record Connections(
                int socketsPerMember,
                int socketsPerRoom,
                int all,
                int headSeconds,
                int keepAliveSeconds,
                int bodySeconds,
                int goodbyeSeconds,
                int stallSeconds,
                int actsPerSecond,
                int certificateSeconds,
                int anyBodyBytes,
                int partialBytesPerMember,
                int partialBytes,
                int framesPerSecond,
                int bytesPerAct) {

            private static Connections standard() {
                return new Connections(
                        5_000, 20_000, 30_000, 10, 75, 120, 5, 30, 500, 60, 64 * KIB, 32 * MIB, 128 * MIB, 1_000,
                        32 * KIB);
            }
        }
    }

    /**
     * Reads the variables named in the README.
     *
     * @throws IllegalArgumentException with one sentence for the operator if a value can't be used
     */
    public static Config of(Map<String, String> environment) {
        String databaseUrl = text(environment, "DATABASE_URL");
        String demo = text(environment, "WERKRAUM_DEMO");
        String publicUrl = text(environment, "WERKRAUM_PUBLIC_URL");
        String data = text(environment, "WERKRAUM_DATA");
        String host = text(environment, "WERKRAUM_HOST");
        if (text(environment, "WERKRAUM_CLUSTER") != null) {
            throw new IllegalArgumentException("WERKRAUM_CLUSTER: this version runs as a single server; unset it.");
        }
        return new Config(
                host == null ? "127.0.0.1" : host,
                number(environment, "WERKRAUM_PORT", 8080, 0, 65_535),
                databaseUrl,
                Path.of(data == null ? "data" : data),
                text(environment, "WERKRAUM_ORGANISER_KEY"),
                publicUrl == null ? null : url(publicUrl),
                number(environment, "WERKRAUM_RETENTION_DAYS", 90, 1, 36_500),
                demo == null ? databaseUrl == null : !demo.equalsIgnoreCase("false"),
                tls(text(environment, "WERKRAUM_TLS_CERT"), text(environment, "WERKRAUM_TLS_KEY")),
                Limits.standard());
    }

    /**
     * Whether log lines are to be JSON: {@code WERKRAUM_LOG}.
     *
     * @throws IllegalArgumentException with one sentence for the operator if it is neither {@code text} nor {@code json}
     */
    public static boolean logsJson(Map<String, String> environment) {
        String log = text(environment, "WERKRAUM_LOG");
        if (log == null || log.equals("text") || log.equals("json")) {
            return "json".equals(log);
        }
        throw new IllegalArgumentException("WERKRAUM_LOG must be text or json.");
    }

    /** Base of links and QR codes where one is set. */
    public @Nullable String joinUrl() {
        return publicUrl == null ? null : publicUrl.toString();
    }

    /** Whether browsers reach this server by TLS, its own or a proxy's. */
    public boolean secure() {
        return tls != null || (publicUrl != null && "https".equals(publicUrl.getScheme()));
    }

    private static @Nullable Tls tls(@Nullable String certificates, @Nullable String key) {
        if (certificates == null && key == null) {
            return null;
        }
        if (certificates == null
                || key == null
                || !Files.isReadable(Path.of(certificates))
                || !Files.isReadable(Path.of(key))) {
            throw new IllegalArgumentException(
                    "WERKRAUM_TLS_CERT and WERKRAUM_TLS_KEY must both name a PEM file that can be read.");
        }
        return new Tls(Path.of(certificates), Path.of(key));
    }

    private static @Nullable String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static int number(Map<String, String> environment, String name, int absent, int least, int most) {
        String value = text(environment, name);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + most + ".");
    }

    private static URI url(String value) {
        try {
            URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "WERKRAUM_PUBLIC_URL must be an http or https address such as https://werkraum.example.");
    }
}
