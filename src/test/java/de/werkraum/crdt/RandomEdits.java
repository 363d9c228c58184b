package de.werkraum.crdt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes one random edit after the other, of all types and all kinds of values. */
final class RandomEdits {
    private static final List<String> WORDS = List.of("a", "bc", "Straße", "漢字", "\n", "lorem ipsum", "\"<&>\\", "é");
    private static final List<String> KEYS = List.of("title", "k", "7", "10", "ü", "");

    private final Random random;

    private final boolean formats;

    /** With formats in texts, or without any. */
    RandomEdits(Random random, boolean formats) {
        this.random = random;
        this.formats = formats;
    }

    void edit(Doc doc) {
        List<YType> roots = List.of(doc.getText("t"), doc.getMap("m"), doc.getArray("a"), doc.getXmlFragment("x"));
        YType target = of(roots);
        for (List<YType> nested = nested(target); !nested.isEmpty() && random.nextBoolean(); nested = nested(target)) {
            target = of(nested);
        }
        edit(target);
    }

    private static List<YType> nested(YType type) {
        List<@Nullable Object> values = new ArrayList<>();
        if (type instanceof YMap map) {
            values.addAll(map.toMap().values());
        } else if (type instanceof YArray array) {
            values.addAll(array.toList());
        } else if (type instanceof YXmlFragment fragment) {
            values.addAll(fragment.children());
        }
        return values.stream()
                .filter(YType.class::isInstance)
                .map(YType.class::cast)
                .toList();
    }

    private void edit(YType target) {
        if (target instanceof YText text) {
            editText(text);
        } else if (target instanceof YMap map) {
            editMap(map);
        } else if (target instanceof YArray array) {
            editArray(array);
        } else if (target instanceof YXmlElement element && random.nextInt(3) == 0) {
            element.setAttribute(of(List.of("level", "id")), word());
        } else if (target instanceof YXmlFragment fragment) {
            editFragment(fragment);
        }
    }

    private void editText(YText text) {
        int length = text.length();
        int at = random.nextInt(length + 1);
        int count = length == at ? 0 : 1 + random.nextInt(length - at);
        switch (random.nextInt(formats ? 8 : 6)) {
            case 0, 1, 2 -> text.insert(at, word());
            case 3 -> text.insert(at, word(), formats ? attributes() : Map.of());
            case 4, 5 -> text.delete(at, Math.min(count, 5));
            case 6 -> text.format(at, count, attributes());
            default -> text.insertEmbed(at, Map.of("image", word()), random.nextBoolean() ? attributes() : Map.of());
        }
    }

    private void editMap(YMap map) {
        if (random.nextInt(5) == 0) {
            map.remove(of(KEYS));
        } else {
            map.set(of(KEYS), value());
        }
    }

    private void editArray(YArray array) {
        int at = random.nextInt(array.size() + 1);
        if (at == array.size() || random.nextInt(3) > 0) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                values.add(value());
            }
            array.insert(at, values);
        } else {
            array.delete(at, 1 + random.nextInt(Math.min(3, array.size() - at)));
        }
    }

    private void editFragment(YXmlFragment fragment) {
        int at = random.nextInt(fragment.length() + 1);
        if (at == fragment.length() || random.nextInt(3) > 0) {
            fragment.insert(at, List.of(node()));
        } else {
            fragment.delete(at, 1);
        }
    }

    private YType node() {
        YXmlElement element = new YXmlElement(of(List.of("paragraph", "Heading")));
        element.setAttribute("level", random.nextInt(4));
        element.push(new YXmlText(word()));
        return random.nextBoolean() ? element : random.nextInt(4) == 0 ? new YXmlHook("h") : new YXmlText(word());
    }

    private @Nullable Object value() {
        return switch (random.nextInt(12)) {
            case 0 -> new YMap().set(of(KEYS), plain(0));
            case 1 -> new YText(word());
            case 2 -> array();
            case 3 -> node();
            case 4 -> new byte[] {1, (byte) random.nextInt(256)};
            case 5 -> BigInteger.valueOf(random.nextLong());
            case 6 -> new Subdocument("doc", Map.of());
            default -> plain(0);
        };
    }

    private YArray array() {
        YArray array = new YArray();
        array.push(plain(0), plain(0));
        return array;
    }

    private @Nullable Object plain(int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 8)) {
            case 0 -> word();
            case 1 -> random.nextInt();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 3 -> random.nextBoolean();
            case 4 -> null;
            case 5 -> random.nextLong() >> 12;
            case 6 -> List.of(word(), random.nextInt(9));
            default -> Collections.singletonMap(of(KEYS), plain(depth + 1));
        };
    }

    private Map<String, @Nullable Object> attributes() {
        List<@Nullable Object> values = new ArrayList<>(List.of(true, "x", Map.of("href", "u")));
        values.add(null);
        return Collections.singletonMap(of(List.of("bold", "em", "link")), of(values));
    }

    private String word() {
        return of(WORDS);
    }

    private <T extends @Nullable Object> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
