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
    private static final Comparator<Item> BY_CLOCK = Comparator.comparingLong(item -> item.clock);

    private UpdateReader() {}

    /** What an update holds: per client its items in the order of their clocks, and deletions. */
    record Update(LongMap<List<Item>> items, DeleteSet deletes) {}

    static Update read(byte[] bytes) {
        Decoder in = new Decoder(bytes);
        LongMap<List<Item>> items = new LongMap<>();
        Set<Long> mixed = new HashSet<>(0);
        int clients = in.readCount(3);
        for (int i = 0; i < clients; i++) {
            int count = in.readCount(2);
            long client = in.readVarUint();
            List<Item> run = readRun(in, client, count);
            List<Item> earlier = items.get(client);
            if (earlier != null) {
                earlier.addAll(run);
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

    private static List<Item> readRun(Decoder in, long client, int count) {
        List<Item> run = new ArrayList<>(Math.min(count, 1 << 16));
        long clock = in.readVarUint();
        for (int i = 0; i < count; i++) {
            Item item = readItem(in, client, clock);
            clock = item.end();
            if (clock > Decoder.MAX_SAFE) {
                throw new MalformedUpdateException("clock beyond 2^53 - 1");
            }
            if (item.length > 0 && item.content != Content.SKIP && !extendsCollected(run, item)) {
                run.add(item);
            }
        }
        return run;
    }

    /** Joins collected runs at once: two bytes each, they must not take a hundred bytes of heap each. */
    private static boolean extendsCollected(List<Item> run, Item item) {
        Item last = run.isEmpty() ? null : run.get(run.size() - 1);
        if (last == null || !last.isCollected() || !item.isCollected() || last.end() != item.clock) {
            return false;
        }
        last.length += item.length;
        return true;
    }

    private static Item readItem(Decoder in, long client, long clock) {
        int info = in.readByte();
        int ref = info & Slice.CONTENT;
        if (ref == Content.REF_COLLECTED) {
            return Item.collected(client, clock, in.readVarUint());
        }
        if (ref == Content.REF_SKIP) {
            return new Item(client, clock, in.readVarUint(), Content.SKIP);
        }
        Item item = new Item(client, clock, 1, Content.DELETED);
        if ((info & Slice.HAS_ORIGIN) != 0) {
            item.setOrigin(in.readVarUint(), in.readVarUint());
            checkPast(item, item.originClient, item.originClock);
        }
        if ((info & Slice.HAS_RIGHT_ORIGIN) != 0) {
            item.setRightOrigin(in.readVarUint(), in.readVarUint());
            checkPast(item, item.rightClient, item.rightClock);
        }
        if ((info & (Slice.HAS_ORIGIN | Slice.HAS_RIGHT_ORIGIN)) == 0) {
            readParent(in, item, (info & Slice.HAS_KEY) != 0);
        }
        readContent(in, ref, item);
        return item;
    }

    private static void readParent(Decoder in, Item item, boolean hasKey) {
        if (in.readVarUint() == 1) {
            item.parent = new Parent.Root(in.readVarString());
        } else {
            Parent.Owner owner = new Parent.Owner(in.readVarUint(), in.readVarUint());
            checkPast(item, owner.client(), owner.clock());
            item.parent = owner;
        }
        if (hasKey) {
            item.key = in.readVarString();
        }
    }

    private static void checkPast(Item item, long client, long clock) {
        Slice.checkPast(item.client, item.clock, client, clock);
    }

    private static void readContent(Decoder in, int ref, Item item) {
        if (ref == Content.REF_DELETED) {
            item.length = in.readVarUint();
            return;
        }
        item.content = readContent(in, ref);
        if (item.content instanceof TextRun run) {
            item.length = run.length();
        } else if (item.content instanceof ValueRun run) {
            item.length = run.length();
        }
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

    private static TextRun readText(Decoder in) {
        int size = in.readCount(1);
        int from = in.position();
        in.skip(size);
        int count = Utf8.charCount(in.source(), from, from + size);
        if (count < 0) {
            throw new MalformedUpdateException("text is not UTF-8");
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
