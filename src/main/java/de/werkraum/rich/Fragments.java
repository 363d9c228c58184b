package de.werkraum.rich;

import de.werkraum.crdt.TextPart;
import de.werkraum.crdt.Undefined;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in a fragment, read by what it holds and not by the type that holds it. In proportion to its text. */
final class Fragments {
    /** Deeper nodes are read as their text: nobody writes them, and each level costs a thread's stack. */
    static final int MAX_DEPTH = 100;

    private Fragments() {}

    static List<Node> nodes(YType fragment) {
        return children(fragment, 0);
    }

    /** A node that lies in a fragment. */
    static Node node(YType type) {
        return node(type, 0);
    }

    private static Node node(YType type, int depth) {
        if (type instanceof YText) {
            List<Node> inside = children(type, depth);
            return inside.size() == 1 && inside.get(0) instanceof Node.Chars chars
                    ? chars
                    : inside.isEmpty() ? new Node.Chars(List.of()) : new Node.Element("", Map.of(), inside);
        }
        var attributes = new LinkedHashMap<String, Object>();
        View.map(type).toMap().forEach((key, value) -> {
            if (!(value instanceof Undefined)) {
                attributes.put(key, Trees.tree(value));
            }
        });
        return new Node.Element(View.name(type), attributes, children(type, depth));
    }

    private static List<Node> children(YType parent, int depth) {
        if (depth > MAX_DEPTH) {
            String all = allText(parent);
            return all.isEmpty() ? List.of() : List.of(new Node.Chars(List.of(new Node.Run(all, Map.of()))));
        }
        var nodes = new ArrayList<Node>();
        var runs = new ArrayList<Node.Run>();
        Map<String, @Nullable Object> attributes = Map.of();
        Map<String, Object> marks = Map.of();
        for (TextPart part : View.parts(parent)) {
            if (part.insert() instanceof YType child) {
                flush(runs, nodes);
                nodes.add(node(child, depth + 1));
            } else {
                Object insert = part.insert() instanceof String text ? text : Trees.tree(part.insert());
                if (!part.attributes().equals(attributes)) {
                    attributes = part.attributes();
                    marks = marks(attributes);
                }
                runs.add(new Node.Run(insert, marks));
            }
        }
        flush(runs, nodes);
        return nodes;
    }

    /** Attributes of a stretch as JSON trees. */
    static Map<String, Object> marks(Map<String, @Nullable Object> attributes) {
        var marks = new LinkedHashMap<String, Object>();
        attributes.forEach((key, value) -> marks.put(key, Trees.tree(value)));
        return Collections.unmodifiableMap(marks);
    }

    private static void flush(List<Node.Run> runs, List<Node> nodes) {
        if (!runs.isEmpty()) {
            nodes.add(new Node.Chars(runs));
            runs.clear();
        }
    }

    /** All text at and below a node, however deep: without recursion. */
    static String allText(YType root) {
        var text = new StringBuilder();
        Deque<Object> rest = new ArrayDeque<>(List.of(root));
        while (!rest.isEmpty()) {
            Object next = rest.pop();
            if (next instanceof String characters) {
                text.append(characters);
            } else if (next instanceof YType node) {
                if (Kind.of(View.name(node)) == Kind.BREAK) {
                    text.append('\n');
                }
                List<TextPart> parts = View.parts(node);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    Object insert = parts.get(i).insert();
                    if (insert instanceof String || insert instanceof YType) {
                        rest.push(insert);
                    }
                }
            }
        }
        return text.toString();
    }
}
