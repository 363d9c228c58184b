package de.werkraum.imports;

import java.util.List;
import java.util.Map;

/** What a file holds. */
sealed interface Contents {
    /**
     * Tables and lists.
     *
     * @param format {@code csv, xlsx, ods, odt, docx, md}
     * @param doubts about the file as a whole
     */
    record Sheets(String format, List<Sheet> sheets, List<Warning> doubts) implements Contents {
        public Sheets {
            sheets = List.copyOf(sheets);
            doubts = List.copyOf(doubts);
        }

        Sheets(String format, List<Sheet> sheets) {
            this(format, sheets, List.of());
        }
    }

    /** A plan that a room like ours has exported, as a JSON tree. */
    record OwnPlan(Map<String, Object> tree) implements Contents {}
}
