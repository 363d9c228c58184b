package de.werkraum.crdt;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shared text with optional formats and embedded objects. Positions and lengths count UTF-16 units, an embedded object
 * counts one. Positions that lie within a surrogate pair cut it, as in Yjs: both halves become U+FFFD.
 */
public sealed class YText extends YType permits YXmlText {
    /** An unattached, empty text. */
    public YText() {
        this(Branch.nested(TypeKind.TEXT, ""));
    }

    /** An unattached text. */
    public YText(String text) {
        this();
        insert(0, text);
    }

    YText(Branch branch) {
        super(branch);
    }

    public final int length() {
        return Math.toIntExact(branch.length);
    }

    /** Inserts text that takes on the formats of what stands before it. */
    public final void insert(int position, String text) {
        if (!text.isEmpty()) {
            edit(tx -> TextEdit.insert(tx, branch, position, new TextRun(text.toCharArray()), null));
        }
    }

    /**
     * Inserts text with exactly these formats.
     *
     * @throws IndexOutOfBoundsException if the position is beyond the end
     */
    public final void insert(int position, String text, Map<String, ? extends @Nullable Object> attributes) {
        if (!text.isEmpty()) {
            Map<String, @Nullable Object> formats = TextEdit.formats(attributes);
            edit(tx -> TextEdit.insert(tx, branch, position, new TextRun(text.toCharArray()), formats));
        }
    }

    /** Inserts an object (a Map, a List, a plain value) or an unattached type. */
    public final void insertEmbed(int position, Object embed, Map<String, ? extends @Nullable Object> attributes) {
        Content content = embed instanceof YType ? Values.content(embed) : new Content.Embed(Values.normalize(embed));
        Map<String, @Nullable Object> formats = TextEdit.formats(attributes);
        edit(tx -> TextEdit.insert(tx, branch, position, content, formats));
    }

    public final void insertEmbed(int position, Object embed) {
        insertEmbed(position, embed, Map.of());
    }

    /**
     * Deletes a range.
     *
     * @throws IndexOutOfBoundsException if the range is not all there
     */
    public final void delete(int position, int length) {
        if (length != 0) {
            edit(tx -> TextEdit.delete(tx, branch, position, length));
        }
    }

    /** Sets formats of a range; null removes one. */
    public final void format(int position, int length, Map<String, ? extends @Nullable Object> attributes) {
        if (length != 0) {
            Map<String, @Nullable Object> formats = TextEdit.formats(attributes);
            edit(tx -> TextEdit.format(tx, branch, position, length, formats));
        }
    }

    /** The text in stretches of equal format, as Yjs's {@code toDelta()}. */
    public final List<TextPart> toDelta() {
        return TextReading.delta(branch);
    }

    /** The text without formats and embedded objects. */
    @Override
    public String toString() {
        return TextReading.plain(branch);
    }
}
