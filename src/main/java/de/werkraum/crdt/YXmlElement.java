package de.werkraum.crdt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An XML element with a name, attributes and child nodes. Attribute values may be all that {@link YMap} allows. */
public final class YXmlElement extends YXmlFragment {
    /** An unattached element. */
    public YXmlElement(String name) {
        this(Branch.nested(TypeKind.XML_ELEMENT, name));
    }

    YXmlElement(Branch branch) {
        super(branch);
    }

    public String name() {
        return branch.nodeName();
    }

    /** The value, or null if there is none. */
    public @Nullable Object attribute(String name) {
        return KeyedEdit.get(branch, name);
    }

    /** A copy of the attributes as they are now. */
    public Map<String, @Nullable Object> attributes() {
        return KeyedEdit.entries(branch);
    }

    public YXmlElement setAttribute(String name, @Nullable Object value) {
        Content content = Values.content(value);
        edit(tx -> KeyedEdit.set(tx, branch, name, content));
        return this;
    }

    public void removeAttribute(String name) {
        edit(tx -> KeyedEdit.remove(tx, branch, name));
    }
}
