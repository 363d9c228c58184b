package de.werkraum.crdt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Updates of every shape that grows, each of {@code n} parts, with what has to be in the document before. */
public final class Shapes {
    /** A document's updates and the one to be measured. */
    public record Load(List<byte[]> before, byte[] update) {
        Load(byte[] update) {
            this(List.of(), update);
        }
    }

    private Shapes() {}

    /** By name, what makes one of so many parts. */
    public static Map<String, IntFunction<Load>> all() {
        Map<String, IntFunction<Load>> all = new LinkedHashMap<>();
        all.put("a client in many sections", Shapes::sections);
        all.put("many clients", n -> load(n, (out, i) -> root(section(out, i), "r" + i)));
        all.put("a chain of one client", Shapes::chain);
        all.put("a chain over clients, the largest first", n -> chainOver(n, i -> n - i));
        all.put("a chain over clients, the smallest first", n -> chainOver(n, i -> i + 1));
        all.put("a ring of clients", n -> load(n, (out, i) -> after(section(out, i), (i + 1) % n, 0)));
        all.put("deletions of nobody", n -> new Load(deletions(n, 4)));
        all.put("deletions of somebody", n -> new Load(List.of(text(4 * n)), deletions(n, 4)));
        all.put("deletions in no order", n -> new Load(List.of(text(4 * n)), deletions(n, -4)));
        all.put("formats", Shapes::formats);
        all.put("a formatted text deleted", Shapes::formattedDeleted);
        all.put("types in types", Shapes::nested);
        all.put("one place, larger clients", n -> place(n, i -> i));
        all.put("one place, smaller clients", n -> place(n, i -> n - i));
        all.put("one place, any clients", n -> place(n, i -> (int) (i * 2_654_435_761L % 1_000_003)));
        all.put("one place between neighbours", Shapes::between);
        all.put("one place, others to the end of it", n -> toTheEnd(n, i -> i < n / 2 ? n + i : i));
        all.put(
                "one place, others by turns to the end of it",
                n -> toTheEnd(n, i -> i < n / 2 ? 2 * i : 2 * (i - n / 2) + 1));
        all.put("one key", n -> load(n, (out, i) -> key(section(out, i))));
        all.put("places within a run of values", Shapes::values);
        all.put("places within a text", Shapes::scattered);
        all.put("objects", n -> load(1, (out, i) -> object(section(out, 7), n)));
        return all;
    }

    private interface Part {
        void write(Encoder out, int i);
    }

    private static Load load(int sections, Part part) {
        Encoder out = new Encoder();
        out.writeVarUint(sections);
        for (int i = 0; i < sections; i++) {
            part.write(out, i);
        }
        return new Load(out.writeVarUint(0).toByteArray());
    }

    /** A section with one struct of a client at clock 0. */
    private static Encoder section(Encoder out, long client) {
        return out.writeVarUint(1).writeVarUint(client).writeVarUint(0);
    }

    private static void root(Encoder out, String name) {
        out.writeByte(Content.REF_STRING).writeVarUint(1).writeVarString(name).writeVarString("x");
    }

    private static void after(Encoder out, long client, long clock) {
        out.writeByte(Content.REF_STRING | Slice.HAS_ORIGIN)
                .writeVarUint(client)
                .writeVarUint(clock)
                .writeVarString("x");
    }

    private static void between(Encoder out, long left, long right) {
        out.writeByte(Content.REF_STRING | Slice.HAS_ORIGIN | Slice.HAS_RIGHT_ORIGIN)
                .writeVarUint(7)
                .writeVarUint(left)
                .writeVarUint(7)
                .writeVarUint(right)
                .writeVarString("x");
    }

    private static void key(Encoder out) {
        out.writeByte(Content.REF_BINARY | Slice.HAS_KEY)
                .writeVarUint(1)
                .writeVarString("m")
                .writeVarString("k")
                .writeVarUint(0);
    }

    private static void object(Encoder out, int n) {
        out.writeByte(Content.REF_ANY).writeVarUint(1).writeVarString("a").writeVarUint(1);
        out.writeByte(118).writeVarUint(n);
        for (int i = 0; i < n; i++) {
            out.writeVarString(Integer.toString(n - i)).writeByte(126);
        }
    }

    private static Load sections(int n) {
        return load(n, (out, i) -> {
            long clock = (long) n - 1 - i;
            out.writeVarUint(1).writeVarUint(7).writeVarUint(clock);
            if (clock == 0) {
                root(out, "t");
            } else {
                after(out, 7, clock - 1);
            }
        });
    }

    private static Load chain(int n) {
        return load(1, (out, section) -> {
            out.writeVarUint(n).writeVarUint(7).writeVarUint(0);
            root(out, "t");
            for (int i = 1; i < n; i++) {
                after(out, 7, i - 1);
            }
        });
    }

    private static Load chainOver(int n, IntFunction<Integer> client) {
        return load(n, (out, i) -> {
            section(out, client.apply(i));
            if (i == n - 1) {
                root(out, "t");
            } else {
                after(out, client.apply(i + 1), 0);
            }
        });
    }

    private static byte[] text(int length) {
        Doc doc = new Doc(7);
        return doc.transact(() -> doc.getText("t").insert(0, "x".repeat(length)));
    }

    private static byte[] deletions(int n, int stride) {
        Encoder out = new Encoder();
        out.writeVarUint(0).writeVarUint(1).writeVarUint(7).writeVarUint(n);
        for (int i = 0; i < n; i++) {
            out.writeVarUint(stride > 0 ? (long) i * stride : (long) (i - n + 1) * stride)
                    .writeVarUint(2);
        }
        return out.toByteArray();
    }

    private static Load formats(int n) {
        return load(1, (out, section) -> {
            out.writeVarUint(2L * n).writeVarUint(7).writeVarUint(0);
            for (int i = 0; i < 2 * n; i += 2) {
                if (i == 0) {
                    out.writeByte(Content.REF_FORMAT).writeVarUint(1).writeVarString("t");
                } else {
                    out.writeByte(Content.REF_FORMAT | Slice.HAS_ORIGIN)
                            .writeVarUint(7)
                            .writeVarUint(i - 1);
                }
                out.writeVarString("f" + i).writeVarString("1");
                after(out, 7, i);
            }
        });
    }

    private static Load formattedDeleted(int n) {
        Doc doc = new Doc(7);
        YText text = doc.getText("t");
        doc.transact(() -> {
            text.insert(0, "y", Map.of("b", true));
            for (int i = 0; i < n; i++) {
                text.insertEmbed(1, "e", Map.of("b", true));
            }
            text.insert(text.length(), "z", Map.of());
        });
        byte[] before = doc.encodeStateAsUpdate();
        return new Load(List.of(before), doc.transact(() -> text.delete(1, n)));
    }

    private static Load nested(int n) {
        return load(1, (out, section) -> {
            out.writeVarUint(n).writeVarUint(7).writeVarUint(0);
            for (int i = 0; i < n; i++) {
                out.writeByte(Content.REF_TYPE);
                if (i == 0) {
                    out.writeVarUint(1).writeVarString("a");
                } else {
                    out.writeVarUint(0).writeVarUint(7).writeVarUint(i - 1);
                }
                out.writeVarUint(TypeKind.ARRAY.ref());
            }
        });
    }

    private static Load place(int n, IntFunction<Integer> client) {
        return load(n, (out, i) -> root(section(out, 10L + client.apply(i)), "t"));
    }

    private static Load between(int n) {
        Load load = load(n, (out, i) -> {
            section(out, 10L + (int) (i * 2_654_435_761L % 1_000_003));
            between(out, 1, 2);
        });
        return new Load(List.of(text(4)), load.update());
    }

    /** Behind the same character one half before the next one, the other half before the end of the text. */
    private static Load toTheEnd(int n, IntFunction<Integer> client) {
        Load load = load(n, (out, i) -> {
            section(out, 10L + client.apply(i));
            if (i < n / 2) {
                between(out, 1, 2);
            } else {
                after(out, 7, 1);
            }
        });
        return new Load(List.of(text(4)), load.update());
    }

    private static Load values(int n) {
        Encoder run = new Encoder();
        section(run.writeVarUint(1), 7)
                .writeByte(Content.REF_ANY)
                .writeVarUint(1)
                .writeVarString("a")
                .writeVarUint(n);
        for (int i = 0; i < n; i++) {
            run.writeByte(127);
        }
        Load load = load(n - 1, (out, i) -> after(section(out, 10 + i), 7, n - 2 - i));
        return new Load(List.of(run.writeVarUint(0).toByteArray()), load.update());
    }

    private static Load scattered(int n) {
        Random random = new Random(1);
        Load load = load(n, (out, i) -> {
            int at = random.nextInt(2 * n - 1);
            between(section(out, 10 + i), at, at + 1);
        });
        return new Load(List.of(text(2 * n)), load.update());
    }
}
