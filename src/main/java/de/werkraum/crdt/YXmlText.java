package de.werkraum.crdt;

/** Text among XML nodes; formats print as tags around it. */
public final class YXmlText extends YText {
    /** An unattached, empty text. */
    public YXmlText() {
        this(Branch.nested(TypeKind.XML_TEXT, ""));
    }

    /** An unattached text. */
    public YXmlText(String text) {
        this();
        insert(0, text);
    }

    YXmlText(Branch branch) {
        super(branch);
    }

    @Override
    public String toString() {
        return Xml.print(branch);
    }
}
