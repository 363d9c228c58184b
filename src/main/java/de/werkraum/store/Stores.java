package de.werkraum.store;

import io.vertx.sqlclient.Pool;

/** All stores over one pool. */
public record Stores(
        SettingStore settings,
        EventStore events,
        SessionStore sessions,
        PassStore passes,
        EventCodeStore eventCodes,
        EntryStore entries,
        AgendaStore agenda,
        RoomStore rooms,
        CodeStore codes,
        MemberStore members,
        PlanStore plans,
        PollStore polls,
        PollEnds pollEnds,
        AuditStore audit,
        VersionStore versions,
        PersonalStore personal,
        RequestStore requests,
        AccountStore accounts,
        HookStore hooks,
        EventKeyStore keys,
        FeedStore feeds,
        PublicationStore publications,
        StatusLinkStore statusLinks,
        CardStore cards,
        PlaylistStore playlists,
        ReturnStore returned) {

    public static Stores of(Pool pool) {
        return new Stores(
                new SettingStore(pool),
                new EventStore(pool),
                new SessionStore(pool),
                new PassStore(pool),
                new EventCodeStore(pool),
                new EntryStore(pool),
                new AgendaStore(pool),
                new RoomStore(pool),
                new CodeStore(pool),
                new MemberStore(pool),
                new PlanStore(pool),
                new PollStore(pool),
                new PollEnds(pool),
                new AuditStore(pool),
                new VersionStore(pool),
                new PersonalStore(pool),
                new RequestStore(pool),
                new AccountStore(pool),
                new HookStore(pool),
                new EventKeyStore(pool),
                new FeedStore(pool),
                new PublicationStore(pool),
                new StatusLinkStore(pool),
                new CardStore(pool),
                new PlaylistStore(pool),
                new ReturnStore(pool));
    }
}
