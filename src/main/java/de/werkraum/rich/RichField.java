package de.werkraum.rich;

import de.werkraum.crdt.View;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlFragment;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of rich text as it was at one moment.
 *
 * @param text what it says
 * @param nodes all that its editor has written, as JSON trees, where Markdown does not say it without loss; else empty
 */
public record RichField(RichText text, List<Object> nodes) implements Serializable {
    public static final RichField EMPTY = new RichField(RichText.EMPTY, List.of());

    public RichField {
        nodes = List.copyOf(nodes);
    }

    /** A field that holds this text and nothing that Markdown could not say. */
    public static RichField of(RichText text) {
        return new RichField(text, List.of());
    }

    /** Reads it from whatever shared type holds it; changes nothing. */
    public static RichField read(YType fragment) {
        List<Node> nodes = Fragments.nodes(fragment);
        return new RichField(RichReader.read(nodes), NodeTrees.isBasic(nodes) ? List.of() : NodeTrees.trees(nodes));
    }

    /**
     * Reads it from JSON.
     *
     * @param markdown the text
     * @param trees nodes as {@link #nodes} gives them, or null; they count only where they say what the Markdown says
     */
    public static RichField parse(String markdown, @Nullable Object trees) {
        List<Node> nodes = NodeTrees.nodes(trees);
        if (nodes != null && !nodes.isEmpty()) {
            RichText said = RichReader.read(nodes);
            if (Markdown.write(said).equals(markdown)) {
                return new RichField(said, NodeTrees.isBasic(nodes) ? List.of() : NodeTrees.trees(nodes));
            }
        }
        return of(Markdown.parse(markdown));
    }

    /** As CommonMark. */
    public String markdown() {
        return Markdown.write(text);
    }

    /** Adds blocks at the end, in the words of the editor that wrote there, and touches nothing else. Within a transaction of the document. */
    public static void append(YType fragment, List<RichText.Block> blocks) {
        List<Node> present = Fragments.nodes(fragment);
        if (BlockNoteMerge.isFor(present)) {
            BlockNoteMerge.append(View.fragment(fragment), blocks);
        } else {
            var writer = new RichWriter(Dialect.of(present));
            YXmlFragment whole = View.fragment(fragment);
            whole.insert(whole.length(), blocks.stream().map(writer::node).toList());
        }
    }

    /** Makes a fragment say this, by the smallest difference. To be called within a transaction of its document. */
    public void write(YType fragment) {
        List<Node> wanted = NodeTrees.nodes(nodes);
        if (wanted != null && !wanted.isEmpty()) {
            NodeMerge.merge(View.fragment(fragment), wanted);
            return;
        }
        List<Node> present = Fragments.nodes(fragment);
        if (BlockNoteMerge.isFor(present)) {
            BlockNoteMerge.merge(View.fragment(fragment), text);
        } else {
            RichMerge.merge(fragment, present, text);
        }
    }
}
