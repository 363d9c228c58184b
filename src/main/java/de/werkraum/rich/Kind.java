package de.werkraum.rich;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node means, by the names that ProseMirror's basic schema, TipTap and BlockNote give it. */
enum Kind {
    PARAGRAPH("paragraph tableParagraph"),
    HEADING("heading"),
    BULLETS("bullet_list bulletList"),
    NUMBERS("ordered_list orderedList"),
    ITEM("list_item listItem"),
    TASKS("task_list taskList"),
    TASK("task_item taskItem"),
    QUOTE("blockquote quote"),
    CODE("code_block codeBlock"),
    RULE("horizontal_rule horizontalRule divider"),
    TABLE("table"),
    ROW("table_row tableRow"),
    CELL("table_cell tableCell"),
    HEAD("table_header tableHeader"),
    BREAK("hard_break hardBreak"),
    MENTION("mention"),
    IMAGE("image"),
    /** BlockNote: blocks below each other. */
    GROUP("blockGroup"),
    /** BlockNote: a block, and the group of those below it. */
    CONTAINER("blockContainer"),
    /** BlockNote: a block that is a list item by itself. */
    BULLET("bulletListItem toggleListItem"),
    NUMBER("numberedListItem"),
    CHECK("checkListItem");

    private static final Map<String, Kind> BY_NAME = new HashMap<>();

    static {
        for (Kind kind : values()) {
            for (String name : kind.names.split(" ", -1)) {
                BY_NAME.put(name, kind);
            }
        }
    }

    private final String names;

    /** @param names with blanks between */
    Kind(String names) {
        this.names = names;
    }

    /** Null for a name without a meaning. */
    static @Nullable Kind of(String name) {
        return BY_NAME.get(name);
    }

    static @Nullable Kind of(Node node) {
        return node instanceof Node.Element element ? of(element.name()) : null;
    }

    /** Whether a node of this kind stands within a line. */
    boolean inline() {
        return this == BREAK || this == MENTION || this == IMAGE;
    }
}
