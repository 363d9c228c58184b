package de.werkraum.crdt;

/** A place in XML that a program renders itself: a named map. */
public final class YXmlHook extends YMap {
    /** An unattached hook. */
    public YXmlHook(String name) {
        this(Branch.nested(TypeKind.XML_HOOK, name));
    }

    YXmlHook(Branch branch) {
        super(branch);
    }

    public String name() {
        return branch.nodeName();
    }
}
