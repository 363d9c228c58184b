package de.werkraum.rich;

import de.werkraum.crdt.View;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a fragment hold given nodes: those that are there stay, those of the same name are changed within, others go or come. */
final class NodeMerge {
    private NodeMerge() {}

    static void merge(YXmlFragment parent, List<Node> wanted) {
        List<Node> old = Fragments.nodes(parent);
        if (old.equals(wanted)) {
            return;
        }
        if (old.size() != parent.length()) {
            // characters lie directly in it: a place is no longer a node
            parent.delete(0, parent.length());
            parent.insert(0, wanted.stream().map(NodeMerge::made).toList());
            return;
        }
        int[] kept = Diff.kept(old, wanted);
        int end = old.size();
        int next = wanted.size();
        for (int i = old.size() - 1; i >= 0; i--) {
            if (kept[i] >= 0) {
                between(parent, i + 1, end, wanted.subList(kept[i] + 1, next));
                next = kept[i];
                end = i;
            }
        }
        between(parent, 0, end, wanted.subList(0, next));
    }

    /** Makes the nodes from..to be the wanted ones. */
    private static void between(YXmlFragment parent, int from, int to, List<Node> wanted) {
        int changed = 0;
        while (from + changed < to
                && changed < wanted.size()
                && change(parent.get(from + changed), wanted.get(changed))) {
            changed++;
        }
        if (to > from + changed) {
            parent.delete(from + changed, to - from - changed);
        }
        if (changed < wanted.size()) {
            parent.insert(
                    from + changed,
                    wanted.subList(changed, wanted.size()).stream()
                            .map(NodeMerge::made)
                            .toList());
        }
    }

    private static boolean change(@Nullable Object child, Node wanted) {
        if (!(child instanceof YType type)
                || child instanceof YText
                || !(wanted instanceof Node.Element element)
                || !View.name(type).equals(element.name())) {
            return false;
        }
        var now = (Node.Element) Fragments.node(type);
        element.attributes().forEach((key, value) -> {
            if (!Json.same(now.attribute(key), value)) {
                View.map(type).set(key, value);
            }
        });
        now.attributes().keySet().stream()
                .filter(key -> !element.attributes().containsKey(key))
                .forEach(View.map(type)::remove);
        merge(View.fragment(type), element.children());
        return true;
    }

    private static YType made(Node node) {
        if (node instanceof Node.Chars chars) {
            var text = new YXmlText();
            int position = 0;
            for (Node.Run run : chars.runs()) {
                if (run.insert() instanceof String characters) {
                    text.insert(position, characters, run.marks());
                    position += characters.length();
                } else if (run.insert() != null) {
                    text.insertEmbed(position++, run.insert(), run.marks());
                }
            }
            return text;
        }
        var element = (Node.Element) node;
        var made = new YXmlElement(element.name());
        element.attributes().forEach(made::setAttribute);
        var children = new ArrayList<YType>();
        element.children().forEach(child -> children.add(made(child)));
        made.insert(0, children);
        return made;
    }
}
