package de.werkraum.rich;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes as JSON trees: {@code {name, attributes?, children?}} for a node, {@code {text: [{insert, marks?}]}} for characters. Markdown does not say all
 * that editors write; this does.
 */
final class NodeTrees {
    private static final String NAME = "name";
    private static final String ATTRIBUTES = "attributes";
    private static final String CHILDREN = "children";
    private static final String TEXT = "text";
    private static final String INSERT = "insert";
    private static final String MARKS = "marks";

    private NodeTrees() {}

    /** Whether the basic schema has all of it, so that Markdown says it without loss. */
    static boolean isBasic(List<Node> nodes) {
        return nodes.stream().allMatch(NodeTrees::isBasic);
    }

    private static boolean isBasic(Node node) {
        if (node instanceof Node.Chars chars) {
            return chars.runs().stream()
                    .allMatch(run -> run.insert() instanceof String
                            && run.marks().entrySet().stream()
                                    .allMatch(mark -> Markings.isBasic(mark.getKey(), mark.getValue())));
        }
        var element = (Node.Element) node;
        boolean plain =
                switch (element.name()) {
                    case "paragraph", "bullet_list", "list_item", "hard_break" ->
                        element.attributes().isEmpty();
                    case "heading" -> element.attributes().keySet().stream().allMatch("level"::equals);
                    case "ordered_list" ->
                        element.attributes().keySet().stream().allMatch("order"::equals);
                    default -> false;
                };
        return plain && isBasic(element.children());
    }

    static List<Object> trees(List<Node> nodes) {
        return nodes.stream().map(NodeTrees::tree).toList();
    }

    private static Object tree(Node node) {
        var tree = new LinkedHashMap<String, Object>();
        if (node instanceof Node.Chars chars) {
            tree.put(TEXT, chars.runs().stream().map(NodeTrees::tree).toList());
            return tree;
        }
        var element = (Node.Element) node;
        tree.put(NAME, element.name());
        if (!element.attributes().isEmpty()) {
            tree.put(ATTRIBUTES, element.attributes());
        }
        if (!element.children().isEmpty()) {
            tree.put(CHILDREN, trees(element.children()));
        }
        return tree;
    }

    private static Object tree(Node.Run run) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(INSERT, run.insert());
        if (!run.marks().isEmpty()) {
            tree.put(MARKS, run.marks());
        }
        return tree;
    }

    /** What such trees say; null if they are none. */
    static @Nullable List<Node> nodes(@Nullable Object trees) {
        return trees instanceof List<?> list ? nodes(list, 0) : null;
    }

    private static @Nullable List<Node> nodes(List<?> trees, int depth) {
        var nodes = new ArrayList<Node>();
        for (Object tree : trees) {
            Node node = tree instanceof Map<?, ?> map && depth <= Fragments.MAX_DEPTH ? node(map, depth) : null;
            if (node == null) {
                return null;
            }
            nodes.add(node);
        }
        return nodes;
    }

    private static @Nullable Node node(Map<?, ?> tree, int depth) {
        if (tree.get(TEXT) instanceof List<?> runs) {
            return chars(runs);
        }
        List<Node> children = tree.get(CHILDREN) instanceof List<?> list ? nodes(list, depth + 1) : List.of();
        return tree.get(NAME) instanceof String name && children != null
                ? new Node.Element(name, object(tree.get(ATTRIBUTES)), children)
                : null;
    }

    private static @Nullable Node chars(List<?> trees) {
        var runs = new ArrayList<Node.Run>();
        for (Object tree : trees) {
            if (!(tree instanceof Map<?, ?> map) || map.get(INSERT) == null) {
                return null;
            }
            runs.add(new Node.Run(Json.plain(map.get(INSERT)), object(map.get(MARKS))));
        }
        return new Node.Chars(runs);
    }

    private static Map<String, Object> object(@Nullable Object value) {
        var object = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> object.put(String.valueOf(key), Json.plain(inner)));
        }
        return object;
    }
}
