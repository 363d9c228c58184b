package de.werkraum;

/**
 * Every bound the server keeps, by subject, each with its unit and its reason. No two have the same name, so that tests, OPERATIONS and
 * whoever looks for one can name it alone.
 *
 * @param messages what comes over sockets, before its turn
 * @param pace what one member may make a room do
 * @param requests bodies and calls over HTTP
 * @param connections of TCP, and their times
 * @param visits connections without a WebSocket
 * @param providers sockets of Hocuspocus providers
 * @param texts lengths of what people write beside plans
 * @param rooms who may be in them, and how long they stay in memory
 * @param plans what plans take in memory
 * @param storage how edits get to PostgreSQL
 * @param versions kept states of plans
 * @param polls of a room
 * @param cards ideas and questions of a room
 * @param imports files that people bring
 * @param documents files that plans leave in
 * @param handover tasks for calendars elsewhere
 * @param signOn asking the provider that people sign on at
 * @param hooks other servers that are told of acts
 * @param secrets keys of events, and calendars to subscribe to
 * @param afterwards what becomes of events: reports, results for everybody, status links
 * @param upkeep what the server does by itself, and its end
 */
public record Limits(
        Messages messages,
        Pace pace,
        Requests requests,
        Connections connections,
        Visits visits,
        Providers providers,
        Texts texts,
        Rooms rooms,
        Plans plans,
        Storage storage,
        Versions versions,
        Polls polls,
        Cards cards,
        Imports imports,
        Events events,
        Documents documents,
        Handover handover,
        SignOn signOn,
        Hooks hooks,
        Secrets secrets,
        Afterwards afterwards,
        Upkeep upkeep) {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** The limits of a server as shipped. */
    public static Limits standard() {
        return new Limits(
                new Messages(4 * MIB, 16 * MIB, 512, MIB, 32 * MIB, 128 * MIB, MIB, 1_000),
                new Pace(64 * MIB, 128 * MIB, 5_000, 8 * MIB, 32 * MIB, 128 * MIB, 64 * KIB),
                new Requests(4 * MIB, 64 * KIB, 500, 32 * KIB, 100),
                new Connections(30_000, 10, 75, 120, 32 * MIB, 30, 5, 32),
                new Visits(MIB, 10_000, 4 * MIB, 60, 5),
                new Providers(100, 256, 10, 60),
                new Texts(80, 300),
                new Rooms(5_000, 60, 10_000, 5_000, 20_000, 200, 5),
                new Plans(64 * MIB, 4 * MIB, 86_400, 128 * MIB, 40),
                new Storage(10, 25, 200, 1_000, 4 * MIB, 5, 64 * MIB, 500),
                new Versions(100, 50, 64 * MIB, 60, 10),
                new Polls(500, 100, 100),
                new Cards(1_000, 50, 500, 20, 200),
                new Imports(4 * MIB, 48 * MIB, 10_000, 256, 2_000, 20, 2, 8),
                new Events(500, 20, 5_000, 10_000, 100),
                new Documents(2, 512, 60, 600),
                new Handover(10, 16 * MIB, 45, 4),
                new SignOn(10, 256 * KIB, 10, 5, 60, 64),
                new Hooks(100, 16, 10, 64 * KIB, 5, 7_200, 86_400, 20),
                new Secrets(50, 400, 1_000, 2, 200),
                new Afterwards(200, 5_000, 30, 32, 200, 400, 500, 50, 2),
                new Upkeep(3_600, 7, 60, 10));
    }

    /**
     * Messages of sockets from their first byte until they get to their room.
     *
     * @param messageBytes longest WebSocket message; a day of offline work of one person stays below 1 MiB
     * @param offlineBytes longest sync step 2: the stock client sends what it wrote offline as one message, however long it was away
     * @param pendingMessages messages of one socket waiting for its room; beyond it the socket is not read until half are done
     * @param pendingBytes bytes of one socket waiting for its room; the same as pendingMessages for long messages
     * @param partialBytesPerMember bytes of messages and bodies that are not whole yet, of all connections of one member; two tabs may bring the
     *     largest step 2 at once, beyond it the socket is closed with 1008
     * @param partialBytes the same of all connections: a quarter of a heap of 512 MiB; beyond it the one that takes longest is closed with 1013
     * @param strangerBytes the same of one socket that has shown no token yet, and once more of what it says before; a token and what a provider
     *     asks with it are some KB. All strangers together are one member
     * @param framesPerSecond pings and parts of messages of one member, and as many at once; more are read slowly. A message of 16 MiB in parts of
     *     4 KiB, as some libraries send it, takes 3 s
     */
    public record Messages(
            int messageBytes,
            int offlineBytes,
            int pendingMessages,
            int pendingBytes,
            int partialBytesPerMember,
            int partialBytes,
            int strangerBytes,
            int framesPerSecond) {}

    /**
     * What one member may make one room do, over all its sockets.
     *
     * @param memberPendingBytes bytes of all sockets of one member waiting in one room; beyond it they are closed with 1008, since reading
     *     none of them no longer bounds what they hold: one socket holds pendingBytes and a message
     * @param serverPendingBytes the same of all members and rooms; beyond it a member whose message would have to wait is closed with 1008
     * @param messagesPerSecond messages of one member that one room deals with, and as many at once; five times what a connection may count on,
     *     and what a room of 500 carries; nobody types, draws or votes that fast
     * @param inboundBytesPerSecond bytes of these messages; decoding and applying them costs some 10 ms of a core
     * @param inboundBurstBytes bytes at once; the largest step 2
     * @param outboundBytesPerSecond bytes that one member makes a room send, to all receivers together, and as many at once: a network of 1 Gbit/s
     * @param presenceBytesPerSecond bytes of presence of one member, and as many at once; carets that move with every frame need 20 KB
     */
    public record Pace(
            int memberPendingBytes,
            int serverPendingBytes,
            int messagesPerSecond,
            int inboundBytesPerSecond,
            int inboundBurstBytes,
            int outboundBytesPerSecond,
            int presenceBytesPerSecond) {}

    /**
     * Calls over HTTP, for members counted over all their connections and never by address: a venue is one address.
     *
     * @param bodyBytes longest HTTP body; a plan of 5,000 steps as JSON is about 2 MiB
     * @param anyBodyBytes longest HTTP body of somebody without a good token; who joins or logs in sends some hundred bytes
     * @param actsPerSecond HTTP requests of one member, and as many more at once; beyond they wait up to a second, then 429. A page asks for some
     *     ten a minute, a script for some hundreds a second
     * @param bytesPerAct longer answers count as several requests: reading a plan costs as much as it is long
     * @param wrongCodesPerSecond wrong join codes answered by 404 per second and server, further ones by 429; whoever mistypes in a hall of 2,000 is
     *     told so
     */
    public record Requests(
            int bodyBytes, int anyBodyBytes, int actsPerSecond, int bytesPerAct, int wrongCodesPerSecond) {}

    /**
     * TCP connections and how long they may take.
     *
     * @param all TCP connections of the server, each costs 20 to 40 KB; more are cut at once, so that those that are there can work
     * @param headSeconds time for the first request's head, TLS aside: who says nothing is nobody yet
     * @param keepAliveSeconds time from one request's end to the next one's head; what common proxies do
     * @param bodySeconds time for a body: 4 MiB over a phone's 0.3 Mbit/s
     * @param writeQueueBytes bytes waiting for one slow reader before it is sent away with 1013; a full document must fit
     * @param stallSeconds time without a byte taken by a reader for whom something waits; a phone that changes cells takes some
     * @param goodbyeSeconds from the goodbye to the cut, for those who don't read it
     * @param refusedSeconds longest wait of a member who comes back again and again with what can't be taken, twice as long each time; about as long
     *     as stock clients wait for a sign of life
     */
    public record Connections(
            int all,
            int headSeconds,
            int keepAliveSeconds,
            int bodySeconds,
            int writeQueueBytes,
            int stallSeconds,
            int goodbyeSeconds,
            int refusedSeconds) {}

    /**
     * Connections without a WebSocket.
     *
     * @param postBytes longest body of a request that brings messages; nginx takes no longer one unless it is told to
     * @param postMessages messages in it; a thousand a second are what a connection may count on
     * @param keptBytes lines of one visit that were written and may be asked for again; what a connection and the proxies on its way hold
     * @param awaySeconds a visit waits for somebody to listen: a phone in a lift, a laptop that changes networks
     * @param beatSeconds silence after which a visit's stream hears a beat; the shortest silence that a proxy cut was 50 s, and pages notice after 9
     */
    public record Visits(int postBytes, int postMessages, int keptBytes, int awaySeconds, int beatSeconds) {}

    /**
     * Sockets of Hocuspocus providers, which carry several documents and show their tokens only when they are open.
     *
     * @param documentsPerSocket documents of one socket, and logins that fail; an application shows a handful at a time
     * @param heldMessages messages that come before any token; a provider sends two, and what is typed meanwhile
     * @param loginSeconds how long they wait for one; it comes first or, by some applications of version 2, never
     * @param openingSeconds a socket without any document is closed; providers hang up after 30 s of silence
     */
    public record Providers(int documentsPerSocket, int heldMessages, int loginSeconds, int openingSeconds) {}

    /**
     * What people write beside plans.
     *
     * @param nameChars longest name of a person, in characters
     * @param titleChars longest title of an event, a room, a question or an option, in characters
     */
    public record Texts(int nameChars, int titleChars) {}

    /**
     * Who is in a room, and which rooms are in memory.
     *
     * @param roomsInMemory rooms with somebody in them, a loaded one costs from 50 KB; at that number those without anybody leave at once,
     *     and no further one is opened
     * @param idleRoomSeconds seconds an empty room stays in memory; a reload must not pay for loading
     * @param membersPerRoom people of a room, screens included; bounds what presence and electorates cost
     * @param socketsPerMember open sockets and streams of one member in one room: a viewer's token may serve every screen of a venue
     * @param socketsPerRoom open sockets and streams of one room: twice its members
     * @param presenceIds Yjs client ids with presence that one member may bring to a room at a time: a tab is one
     * @param heartbeatSeconds silence after which the server sends an empty awareness message; clients hang up after 30 s, ours notice after 10 s
     */
    public record Rooms(
            int roomsInMemory,
            int idleRoomSeconds,
            int membersPerRoom,
            int socketsPerMember,
            int socketsPerRoom,
            int presenceIds,
            int heartbeatSeconds) {}

    /**
     * What a plan takes in memory.
     *
     * @param documentBytes longest encoded plan of a room; ten times the largest congress plan seen
     * @param waitingBytes heap of what waits in a plan for a missing part. Between connecting and the answer to their step 2 somebody types some
     *     hundred bytes that may have to wait, a few KB of heap
     * @param waitingSeconds how long it waits: who has the missing part brings it with the next step 2, and comes back within a day or not at all
     * @param heapBytes memory of a plan, about: text takes twice its length, a single character somewhere a hundred bytes. A million of such places
     *     are more than people make
     * @param heapPercent part of the heap that all plans in memory may take; as much is left for what is made of them, and some for all else
     */
    public record Plans(int documentBytes, int waitingBytes, int waitingSeconds, int heapBytes, int heapPercent) {}

    /**
     * An edit's way to PostgreSQL.
     *
     * @param commitMillis longest wait for the group commit of an edit whose author waits for the answer, when nothing else is to be written
     * @param commitGapMillis from the beginning of a group commit to the next one's where somebody waits for the answer, unless commitBytes wait; a
     *     commit costs some tenths of a millisecond here and a flush of the disk there, and nobody sees 25 ms
     * @param commitPatienceMillis longest wait of what is typed for its group commit: people type a letter in 100 to 200 ms, and look for "saved" when
     *     they rest. So much of what was not called saved is lost, where server and authors die together
     * @param commitUpdates updates in one group commit; 1,000 rows are written in 2 to 7 ms. So many are not waited with
     * @param commitBytes bytes in one group commit; bounds the memory of one statement
     * @param commitSeconds longest wait for a commit before it counts as failed and is tried again; a healthy one takes milliseconds
     * @param journalBytes bytes not yet committed per server; beyond it writers are not read, so an outage of the database can't fill the heap
     * @param snapshotUpdates log rows of a room after which a snapshot replaces them, once they are also a quarter as long as the last one; keeps loading
     *     under some ms
     */
    public record Storage(
            int commitMillis,
            int commitGapMillis,
            int commitPatienceMillis,
            int commitUpdates,
            int commitBytes,
            int commitSeconds,
            int journalBytes,
            int snapshotUpdates) {}

    /**
     * Kept states of plans.
     *
     * @param versionsNamed versions of a plan that moderators may keep by a name; a year of weekly meetings and some
     * @param versionsKept versions kept by the server itself, for each reason; the oldest go
     * @param versionBytes bytes of all versions of a room that the server keeps itself, the newest one in any case; a usual plan has 20 KiB
     * @param versionMinutes minutes after which an edited plan is kept by itself; an hour of work is what one may want back
     * @param providerMinutes minutes between two versions kept before other pages' editors write: these take out what they have no word for as soon
     *     as they open a step, and nobody should have to type more than that again
     */
    public record Versions(
            int versionsNamed, int versionsKept, int versionBytes, int versionMinutes, int providerMinutes) {}

    /**
     * Polls of a room.
     *
     * @param pollsPerRoom polls of a room, drafts included
     * @param listedBallots longest list of ballots or receipts in events and lists of polls, in entries (about 12 KB); beyond it the closing of a
     *     poll of 2,000 would send 500 MB at once, while few open the list
     * @param messagesPerBallot messages that a ballot counts as, since it is a transaction: 50 a second of one member, and as many at once
     */
    public record Polls(int pollsPerRoom, int listedBallots, int messagesPerBallot) {}

    /**
     * Ideas and questions of a room.
     *
     * @param cardsPerRoom ideas and questions of a room; whoever comes is told all that are seen, some 200 KB, and nobody sorts more in a day
     * @param cardsPerMember ideas of one member, and as many questions; a good silent round brings ten
     * @param cardChars longest one, in characters: a card that is read on a wall has two sentences
     * @param cardsPerMinute new ones of one member in a minute, and as many at once; who thinks writes five
     * @param votesPerMember cards that one member is for at the same time; bounds what 2,000 people cost, some 30 MB
     */
    public record Cards(int cardsPerRoom, int cardsPerMember, int cardChars, int cardsPerMinute, int votesPerMember) {}

    /**
     * Files that people bring. What they ask for may be a thousand times what they are long.
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
            int importsWaiting) {}

    /**
     * Congresses.
     *
     * @param sessionsPerEvent sessions of a programme; ten times the largest congress of administrations seen
     * @param moderatorsPerSession people who lead one session
     * @param seatsPerSession as many as a room may have members
     * @param passesPerEvent people of an event; all of them may meet in one room
     * @param looksPerPerson boards and screens of one event that one person looks at, at a time: one account may serve every screen of a venue, three
     *     times as many as the largest congress seen has; each costs a look a second and, where something has changed, some 20 KB
     */
    public record Events(
            int sessionsPerEvent,
            int moderatorsPerSession,
            int seatsPerSession,
            int passesPerEvent,
            int looksPerPerson) {}

    /**
     * Files that plans leave in, and the processes that make them.
     *
     * @param documentsAtOnce made at a time, on few cores one less than these; each has a process of its own
     * @param documentMebibytes heap of such a process; the largest PDF takes 128, and some hundred of libraries and fonts that it keeps
     * @param documentSeconds a process may take to start, and for one document; the largest takes two on a free core, and few have to wait for others
     * @param documentIdleSeconds after which a process ends; at the end of a workshop several people export within minutes of each other
     */
    public record Documents(int documentsAtOnce, int documentMebibytes, int documentSeconds, int documentIdleSeconds) {}

    /**
     * Tasks that are handed over to calendars elsewhere.
     *
     * @param answerSeconds a calendar may take to be reached, and then to go on with its answer
     * @param answerBytes longest answer of a calendar, in memory at once; two thousand tasks with long texts are some 10 MB
     * @param handoverSeconds after which one hand-over begins no further task, and tells which are missing: common proxies wait a minute for an answer
     * @param handoversAtOnce hand-overs at the same time, each with such an answer in memory
     */
    public record Handover(int answerSeconds, int answerBytes, int handoverSeconds, int handoversAtOnce) {}

    /**
     * Signing on at a provider.
     *
     * @param providerSeconds the provider may take for one answer; whoever waits longer has pressed again
     * @param providerBytes longest answer of it, in memory at once; the longest key sets seen have some 20 KB
     * @param metadataSeconds what it says of itself is taken for true; after that it is asked again, so that nobody is sent to one that is down
     * @param keysSeconds between two looks at its keys: a token that no known key has signed brings the next one
     * @param clockSeconds its clock and ours may be apart
     * @param signOnsAtOnce sign-ons that wait for it; further ones are told to come again. A hall of 500 that signs on within a minute has some 10
     */
    public record SignOn(
            int providerSeconds,
            int providerBytes,
            int metadataSeconds,
            int keysSeconds,
            int clockSeconds,
            int signOnsAtOnce) {}

    /**
     * Other servers that are told of acts.
     *
     * @param hooksInAll hooks of the server; each act is written once more for each that wants it
     * @param hooksAtOnce requests under way; each takes a connection and a few KB
     * @param hookAnswerSeconds a receiver may take to be reached and to answer; common platforms give a function as long
     * @param hookAnswerBytes of an answer that are read before the connection is cut; nothing of them is kept
     * @param hookPauseSeconds after the first try that failed, four times as long after each further one: a restart takes seconds
     * @param hookLongestPauseSeconds between two tries; whoever has mended a receiver need not wait longer
     * @param hookSeconds of tries that all failed, after which a hook is paused; over night somebody sees to it
     * @param hookAnswers answers of a hook that are kept to be looked at
     */
    public record Hooks(
            int hooksInAll,
            int hooksAtOnce,
            int hookAnswerSeconds,
            int hookAnswerBytes,
            int hookPauseSeconds,
            int hookLongestPauseSeconds,
            int hookSeconds,
            int hookAnswers) {}

    /**
     * Keys of events, and calendars to subscribe to.
     *
     * @param keysPerEvent that are not revoked; one a script, with room for those that were forgotten
     * @param keyDays longest life of a key; a yearly congress and its aftermath
     * @param feedsPerRoom calendars of a room, or of an event; in a large one not all of its people subscribe
     * @param feedsPerSecond answers for one calendar, and as many at once: programs ask some times an hour, several of them at the full one
     * @param feedRooms rooms of an event whose plans are in its calendar; a congress has fewer, and each is read for an answer
     */
    public record Secrets(int keysPerEvent, int keyDays, int feedsPerRoom, int feedsPerSecond, int feedRooms) {}

    /**
     * What becomes of events.
     *
     * @param reportRooms rooms of an event that its report holds; a congress has fewer, and each is read for it
     * @param reportSteps steps that it holds; as many as the largest plan that is exported
     * @param resultSeconds results for everybody are as old at most: a hall that opens them at once is answered by one reading
     * @param resultsKept of these, and of documents made of them, that are in memory at a time; each up to some MB
     * @param statusLinksPerRoom links by which people report how far steps are; more than a plan has people in charge
     * @param statusLinkDays longest life of such a link; until the next yearly congress
     * @param statusReasonChars longest reason of a report, in characters
     * @param reportsPerDay reports by one link in a day; each leaves a comment in the plan for good
     * @param statusPerSecond requests by one link in a second, and as many at once; a page asks for two
     */
    public record Afterwards(
            int reportRooms,
            int reportSteps,
            int resultSeconds,
            int resultsKept,
            int statusLinksPerRoom,
            int statusLinkDays,
            int statusReasonChars,
            int reportsPerDay,
            int statusPerSecond) {}

    /**
     * What the server does by itself.
     *
     * @param retentionSeconds between two looks for rooms whose people are to be erased; days are what is promised
     * @param requestDays how long a request may come again under its {@code Idempotency-Key}: a page that lay open over a long weekend
     * @param certificateSeconds between two looks whether the TLS certificate was renewed
     * @param shutdownSeconds time for an orderly end; the contract promises 10 s
     */
    public record Upkeep(int retentionSeconds, int requestDays, int certificateSeconds, int shutdownSeconds) {}
}
