package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A replicated document that understands Yjs's update format v1: whoever has applied the same updates, in any order and any
 * number of times, has the same content. It holds named root types, see {@link #getText} and its siblings.
 *
 * <p>Not thread-safe: one thread at a time, with whatever the caller uses to hand it over.
 */
public final class Doc {
    private static final byte[] NOTHING = new byte[0];

    private final Store store = new Store();
    private final Integrator integrator = new Integrator(store);
    private final Typing typing;
    private final Map<String, Branch> roots = new LinkedHashMap<>();
    private final List<Consumer<Changes>> listeners = new ArrayList<>();
    private final boolean collect;
    private final Pending pending;
    private final Erasure erasure;
    private long clientId;
    private long transactions;
    /** Of the last encoding, in bytes: the next one will be about as long. */
    private int encodedSize;

    private @Nullable Transaction current;

    /** A document with a random client id. */
    public Doc() {
        this(DocOptions.defaults());
    }

    /**
     * A document with a given client id.
     *
     * @param clientId the id under which its own edits go, 0…2^53 − 1, unlike that of any other copy that edits
     */
    public Doc(long clientId) {
        this(DocOptions.defaults().withClientId(clientId));
    }

    public Doc(DocOptions options) {
        clientId = options.clientId();
        collect = options.collect();
        pending = new Pending(options.pendingLimit());
        erasure = new Erasure(store, pending);
        typing = new Typing(store, pending);
    }

    /** The id of its own edits. It changes if someone else turns out to use the same one. */
    public long clientId() {
        return clientId;
    }

    Store store() {
        return store;
    }

    /**
     * Applies an update v1 from another copy. What refers to something not known yet waits for it.
     *
     * @throws MalformedUpdateException if the bytes are no update, or more would wait than {@link DocOptions} allows; the
     *     document is unchanged
     * @throws IllegalStateException within {@link #transact}
     */
    public void applyUpdate(byte[] update) {
        apply(update, false);
    }

    private void apply(byte[] update, boolean trusted) {
        if (current != null) {
            throw new IllegalStateException("an update within a transaction");
        }
        Branch typed = typing.apply(update);
        if (typed != null) {
            if (!listeners.isEmpty()) {
                tell(new Changes(false, Map.of(typed, Collections.singleton(null))));
            }
            return;
        }
        applyInGeneral(UpdateReader.read(update, store), trusted);
    }

    /**
     * Applies an update that this document, or one like it, has taken before: what waits may be as much as it is.
     *
     * @throws MalformedUpdateException if the bytes are no update; the document is unchanged
     */
    public void restore(byte[] update) {
        apply(update, true);
    }

    private void applyInGeneral(UpdateReader.Update read, boolean trusted) {
        Item single = read.deletes().isEmpty() ? Causality.single(store, read.items()) : null;
        if (single != null && !pending.concerns(single.client())) {
            // What most updates are that are no typing: one item among known ones.
            change(tx -> integrator.integrate(tx, single));
        } else if (read.items().size() == 0 && pending.isEmpty() && !erasure.waits(read.deletes())) {
            // The other: deletions of what is there.
            change(tx -> erasure.apply(tx, read.deletes()));
        } else {
            applySorted(read, trusted);
        }
    }

    private void applySorted(UpdateReader.Update read, boolean trusted) {
        Causality sorted = Causality.of(store, read.items());
        int beyond = Erasure.waiting(read.deletes(), sorted);
        if (!trusted && (!sorted.waiting.isEmpty() || beyond > 0)) {
            pending.checkRoom(sorted.waiting, beyond);
        }
        change(tx -> {
            Causality order = sorted;
            while (!order.ready.isEmpty() || !order.waiting.isEmpty()) {
                order.ready.forEach(item -> integrator.integrate(tx, item));
                pending.add(order.waiting);
                if (pending.isEmpty()) {
                    break;
                }
                order = new Causality(store, ripe(order.ready));
            }
            erasure.apply(tx, read.deletes());
        });
    }

    /** Makes changes of other copies. */
    private void change(Consumer<Transaction> changes) {
        Transaction tx = begin(false);
        try {
            changes.accept(tx);
            finish(tx);
        } finally {
            current = null;
        }
    }

    /** What waited for one of these items. */
    private List<Waiting> ripe(List<Item> arrived) {
        Set<Long> grown = new LinkedHashSet<>();
        arrived.forEach(item -> grown.add(item.client()));
        return pending.ripe(store, grown);
    }

    /** Whether an update goes on with a run of its client at its end, as nearly all do: it costs the same in any document. Changes nothing. */
    public boolean isTyping(byte[] update) {
        return typing.typist(update) >= 0;
    }

    /**
     * What an update would add now; changes nothing. Reads over it once and makes nothing of it, so that the update of somebody who may not write costs
     * little, and room is taken for it only once it is known how much.
     *
     * @throws MalformedUpdateException if the bytes are no update; whether JSON within is well formed is not looked at
     */
    public Novelty inspect(byte[] update) {
        long typist = typing.typist(update);
        return typist >= 0 ? new Novelty(true, Set.of(typist), 2L * update.length) : Survey.of(store, update);
    }

    /**
     * What this document must know to hold all items of an update, by client the clock up to which it has to; empty if it holds them all.
     * What an update deletes doesn't count.
     *
     * @throws MalformedUpdateException if the bytes are no update
     */
    public Map<Long, Long> lacking(byte[] update) {
        return Inspection.lacking(store, UpdateReader.read(update, store));
    }

    /** Whether everything up to these clocks, by client, is known. */
    public boolean knows(Map<Long, Long> clocks) {
        return clocks.entrySet().stream().allMatch(entry -> store.state(entry.getKey()) >= entry.getValue());
    }

    /** Whether something waits for a missing part. */
    public boolean hasPending() {
        return !pending.isEmpty();
    }

    /**
     * Lets go of what has waited for a missing part for longer than {@code longest} at the time {@code now}, of any one clock. Waiting begins
     * to count with the first call after it began.
     *
     * @return whether something was let go of
     */
    public boolean forgetWaiting(long now, long longest) {
        return pending.forget(now, longest);
    }

    /**
     * Steps this document has made for updates beyond reading each of their items once: searching a place among many, sorting what needs one
     * another. Grows; a step takes some ten nanoseconds.
     */
    public long steps() {
        return store.steps;
    }

    /** What this document knows, for {@link #encodeStateAsUpdate(byte[])} of another one. */
    public byte[] encodeStateVector() {
        Encoder out = new Encoder();
        long[] clients = store.clients();
        out.writeVarUint(clients.length);
        for (long client : clients) {
            out.writeVarUint(client).writeVarUint(store.state(client));
        }
        return out.toByteArray();
    }

    /** The whole document as one update; what waits is in it too. */
    public byte[] encodeStateAsUpdate() {
        return encodeStateAsUpdate(new byte[] {0});
    }

    /**
     * All that a copy with this state vector lacks; deletions and what waits always whole.
     *
     * @throws MalformedUpdateException if the bytes are no state vector
     */
    public byte[] encodeStateAsUpdate(byte[] stateVector) {
        Encoder out = UpdateWriter.state(store, StateVector.decode(stateVector, store), encodedSize + 64);
        encodedSize = out.size();
        byte[] state = out.toByteArray();
        return pending.isEmpty() ? state : Updates.merge(pending.updates(state, store));
    }

    /** This moment, to come back to with {@link #at}. */
    public Snapshot snapshot() {
        return new Snapshot(UpdateWriter.deletes(store), store.stateVector());
    }

    /**
     * A new document with the content of that moment. What was deleted since then is in it only if this document does not
     * collect, see {@link DocOptions}; a collecting one has let go of it.
     *
     * @throws IllegalArgumentException if the snapshot knows more than this document
     */
    public Doc at(Snapshot moment) {
        if (current != null) {
            throw new IllegalStateException("within a transaction");
        }
        moment.known.clocks().forEach((client, clock) -> {
            if (clock > store.state(client)) {
                throw new IllegalArgumentException("the snapshot knows more than the document");
            }
        });
        Transaction tx = begin(true);
        byte[] then = UpdateWriter.upTo(tx, moment);
        finish(tx);
        Doc doc = new Doc(DocOptions.defaults().withCollect(collect));
        doc.applyUpdate(then);
        return doc;
    }

    public YText getText(String name) {
        return (YText) root(name, TypeKind.TEXT);
    }

    public YMap getMap(String name) {
        return (YMap) root(name, TypeKind.MAP);
    }

    public YArray getArray(String name) {
        return (YArray) root(name, TypeKind.ARRAY);
    }

    /**
     * The root XML fragment of this name.
     *
     * @throws IllegalStateException if the root was asked for as another type before (so do all its siblings)
     */
    public YXmlFragment getXmlFragment(String name) {
        return (YXmlFragment) root(name, TypeKind.XML_FRAGMENT);
    }

    private YType root(String name, TypeKind kind) {
        Branch root = root(name);
        root.define(kind);
        return root.type();
    }

    Branch root(String name) {
        return roots.computeIfAbsent(name, any -> Branch.root(this, name));
    }

    /**
     * Makes edits as one change. A call within another one joins it.
     *
     * @return the update v1 that holds exactly this change; empty if nothing changed or the call joined another
     * @throws RuntimeException what {@code edits} throws; the edits made until then stay
     */
    public byte[] transact(Runnable edits) {
        if (current != null) {
            edits.run();
            return NOTHING;
        }
        Transaction tx = begin(true);
        boolean done = false;
        try {
            edits.run();
            done = true;
        } finally {
            if (!done) {
                finish(tx);
            }
        }
        return finish(tx);
    }

    void edit(Consumer<Transaction> edit) {
        Transaction tx = current;
        if (tx != null) {
            edit.accept(tx);
        } else {
            transact(() -> edit(edit));
        }
    }

    /** Inserts a new item of this document's own between neighbours. */
    Item insert(
            Transaction tx,
            Branch branch,
            @Nullable Item left,
            @Nullable Item right,
            @Nullable String key,
            Content content,
            long length) {
        ClientLog log = store.logOrNew(clientId);
        tx.touch(log);
        Item.Origins origins = new Item.Origins(
                left == null ? Item.NONE : left.client(),
                left == null ? 0 : left.end() - 1,
                right == null ? Item.NONE : right.client(),
                right == null ? 0 : right.clock());
        Item item = Item.of(clientId, log.next(), length, origins, content);
        item.left = left;
        item.right = right;
        item.parent = branch;
        item.key = key;
        integrator.link(tx, item, branch, log);
        return item;
    }

    /** Calls the listener after each transaction, local or remote, that changed something; it may edit in turn. */
    public Subscription observe(Consumer<Changes> listener) {
        listeners.add(listener);
        boolean[] open = {true};
        return () -> {
            if (open[0]) {
                open[0] = false;
                listeners.remove(listener);
            }
        };
    }

    private Transaction begin(boolean local) {
        Transaction tx = new Transaction(this, ++transactions, local, !listeners.isEmpty());
        current = tx;
        return tx;
    }

    private byte[] finish(Transaction tx) {
        if (tx.isEmpty()) {
            Merging.mergeAfter(tx);
            current = null;
            return NOTHING;
        }
        if (tx.formattedTextChanged()) {
            FormatCleanup.after(tx);
        }
        tx.deletes.normalize();
        if (collect) {
            Deletion.collect(tx);
        }
        Merging.mergeAfter(tx);
        ClientLog own = store.log(clientId);
        if (!tx.local && own != null && own.touchedBy == tx.number) {
            clientId = DocOptions.randomClientId();
        }
        byte[] update = tx.local ? UpdateWriter.change(tx) : NOTHING;
        current = null;
        if (!tx.changes().isEmpty()) {
            tell(new Changes(tx.local, tx.changes()));
        }
        return update;
    }

    private void tell(Changes changes) {
        List.copyOf(listeners).forEach(listener -> listener.accept(changes));
    }
}
