package de.werkraum.rich;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a fragment as it was at one moment, whatever editor's. Values are JSON trees. */
sealed interface Node permits Node.Element, Node.Chars {
    /**
     * A node with a name.
     *
     * @param name empty where whoever made it gave none
     */
    record Element(String name, Map<String, Object> attributes, List<Node> children) implements Node {
        public Element {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            children = List.copyOf(children);
        }

        @Nullable
        Object attribute(String key) {
            return attributes.get(key);
        }
    }

    /** Characters and embedded objects next to each other. */
    record Chars(List<Run> runs) implements Node {
        public Chars {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A stretch with the same marks.
     *
     * @param insert a String, or an embedded object
     * @param marks by the names they have in the document; never changed again, and shared by stretches that look alike
     */
    record Run(@Nullable Object insert, Map<String, Object> marks) {
        /** The characters; none where an object stands. */
        String text() {
            return insert instanceof String text ? text : "";
        }
    }
}
