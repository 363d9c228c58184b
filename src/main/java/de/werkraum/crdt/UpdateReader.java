package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an update v1 wholly into items that are not linked yet. */
final class UpdateReader {
    private static final Comparator<Item> BY_CLOCK = Comparator.comparingLong(item -> item.clock());

    private UpdateReader() {}

    /** What an update holds: per client its items in the order of their clocks, and deletions. */
    record Update(LongMap<List<Item>> items, DeleteSet deletes) {}

    /** Reads all of it, and lets go of items that the store has already. */
    static Update read(byte[] bytes, Store store) {
        Decoder in = new Decoder(bytes);
        LongMap<List<Item>> items = new LongMap<>();
        Set<Long> mixed = Set.of();
        int clients = in.readCount(3);
        for (int i = 0; i < clients; i++) {
            int count = in.readCount(2);
            long client = in.readVarUint();
            List<Item> run = readRun(in, client, count, store.state(client));
            List<Item> earlier = items.get(client);
            if (earlier != null) {
                earlier.addAll(run);
                mixed = mixed.isEmpty() ? new HashSet<>() : mixed;
                mixed.add(client);
            } else if (!run.isEmpty()) {
                items.put(client, run);
            }
        }
        for (long client : mixed) {
            List<Item> run = items.get(client);
            if (run != null) {
                run.sort(BY_CLOCK);
            }
        }
        DeleteSet deletes = DeleteSet.read(in);
        in.expectEnd();
        return new Update(items, deletes);
    }

    private static List<Item> readRun(Decoder in, long client, int count, long known) {
        List<Item> run = new ArrayList<>(Math.min(count, 1 << 16));
        long clock = in.readVarUint();
        for (int i = 0; i < count; i++) {
            Item item = readItem(in, client, clock);
            clock = item.end();
            if (clock > Decoder.MAX_SAFE) {
                throw new MalformedUpdateException("clock beyond 2^53 - 1");
            }
            if (item.length() > 0 && clock > known && item.content != Content.SKIP && !extendsCollected(run, item)) {
                run.add(item);
            }
        }
        return run;
    }

    /** Joins collected runs at once: two bytes each, they must not take a hundred bytes of heap each. */
    private static boolean extendsCollected(List<Item> run, Item item) {
        Item last = run.isEmpty() ? null : run.get(run.size() - 1);
        if (last == null || !last.isCollected() || !item.isCollected() || last.end() != item.clock()) {
            return false;
        }
        if (!last.mayBeLong(last.length() + item.length())) {
            return false;
        }
        last.length(last.length() + item.length());
        return true;
    }

    private static Item readItem(Decoder in, long client, long clock) {
        int info = in.readByte();
        int ref = info & Slice.CONTENT;
        if (ref == Content.REF_COLLECTED) {
            return Item.collected(client, clock, in.readVarUint());
        }
        if (ref == Content.REF_SKIP) {
            return Item.of(client, clock, in.readVarUint(), Item.Origins.NOWHERE, Content.SKIP);
        }
        Item.Origins origins = readOrigins(in, client, clock, info);
        boolean placed = (info & (Slice.HAS_ORIGIN | Slice.HAS_RIGHT_ORIGIN)) != 0;
        Parent parent = placed ? null : readParent(in, client, clock);
        String key = !placed && (info & Slice.HAS_KEY) != 0 ? in.readVarString() : null;
        Content content = ref == Content.REF_DELETED ? Content.DELETED : readContent(in, ref);
        long length = ref == Content.REF_DELETED ? in.readVarUint() : length(content);
        if (clock + length > Decoder.MAX_SAFE) {
            throw new MalformedUpdateException("clock beyond 2^53 - 1");
        }
        Item item = Item.of(client, clock, length, origins, content);
        item.parent = parent;
        item.key = key;
        return item;
    }

    private static Item.Origins readOrigins(Decoder in, long client, long clock, int info) {
        long left = Item.NONE;
        long leftClock = 0;
        if ((info & Slice.HAS_ORIGIN) != 0) {
            left = in.readVarUint();
            leftClock = in.readVarUint();
            Slice.checkPast(client, clock, left, leftClock);
        }
        if ((info & Slice.HAS_RIGHT_ORIGIN) == 0) {
            return new Item.Origins(left, leftClock, Item.NONE, 0);
        }
        long right = in.readVarUint();
        long rightClock = in.readVarUint();
        Slice.checkPast(client, clock, right, rightClock);
        return new Item.Origins(left, leftClock, right, rightClock);
    }

    private static Parent readParent(Decoder in, long client, long clock) {
        if (in.readVarUint() == 1) {
            return new Parent.Root(in.readVarString());
        }
        Parent.Owner owner = new Parent.Owner(in.readVarUint(), in.readVarUint());
        Slice.checkPast(client, clock, owner.client(), owner.clock());
        return owner;
    }

    private static long length(Content content) {
        if (content instanceof TextRun run) {
            return run.length();
        }
        return content instanceof ValueRun run ? run.length() : 1;
    }

    /** Reads content of any kind that is more than an extent. */
    static Content readContent(Decoder in, int ref) {
        return switch (ref) {
            case Content.REF_STRING -> readText(in);
            case Content.REF_ANY -> new ValueRun(false, readElements(in, Decoder::readAny));
            case Content.REF_JSON -> new ValueRun(true, readElements(in, UpdateReader::readJsonElement));
            case Content.REF_BINARY -> new Content.Binary(in.readVarBytes());
            case Content.REF_EMBED -> new Content.Embed(JsonParser.parse(in.readVarString()));
            case Content.REF_FORMAT -> new Content.Format(in.readVarString(), JsonParser.parse(in.readVarString()));
            case Content.REF_TYPE -> readType(in);
            case Content.REF_DOCUMENT -> new Content.Document(in.readVarString(), in.readAny());
            default -> throw new MalformedUpdateException("unknown content " + ref);
        };
    }

    private static List<@Nullable Object> readElements(Decoder in, Function<Decoder, @Nullable Object> element) {
        int count = in.readCount(1);
        List<@Nullable Object> values = new ArrayList<>(Math.min(count, Decoder.FEW));
        for (int i = 0; i < count; i++) {
            values.add(element.apply(in));
        }
        return values;
    }

    static @Nullable Object readJsonElement(Decoder in) {
        String text = in.readVarString();
        return text.equals("undefined") ? Undefined.UNDEFINED : JsonParser.parse(text);
    }

    private static Content readText(Decoder in) {
        int size = in.readCount(1);
        int from = in.position();
        in.skip(size);
        int count = Utf8.charCount(in.source(), from, from + size);
        if (count < 0) {
            throw new MalformedUpdateException("text is not UTF-8");
        }
        if (count == 1 && size == 1) {
            return Glyph.of((char) in.source()[from]);
        }
        char[] chars = new char[count];
        Utf8.decode(in.source(), from, from + size, chars, 0);
        return new TextRun(chars);
    }

    private static Content readType(Decoder in) {
        long ref = in.readVarUint();
        TypeKind kind = TypeKind.ofRef(ref);
        if (kind == null) {
            throw new MalformedUpdateException("unknown type " + ref);
        }
        return new Content.Type(Branch.nested(kind, kind.named() ? in.readVarString() : ""));
    }
}
