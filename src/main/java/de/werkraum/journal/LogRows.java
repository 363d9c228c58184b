package de.werkraum.journal;

import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.crdt.Updates;
import de.werkraum.store.PlanStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a group commit writes: one row for what a room has been given since the last one, as one update. A row costs PostgreSQL some 250 bytes of its
 * log beside its content, and a letter is 20.
 */
final class LogRows {
    /** Updates from this length on, together, gain nothing; and a damaged row costs no more than it holds. */
    private static final int ROW_BYTES = 16 * 1024;

    private LogRows() {}

    /** @param entries one update each, those of a room in order */
    static List<PlanStore.Entry> of(List<PlanStore.Entry> entries) {
        Map<UUID, List<PlanStore.Entry>> open = new LinkedHashMap<>();
        Map<UUID, Integer> bytes = new LinkedHashMap<>();
        List<PlanStore.Entry> rows = new ArrayList<>();
        for (PlanStore.Entry entry : entries) {
            List<PlanStore.Entry> row = open.computeIfAbsent(entry.room(), first -> new ArrayList<>());
            int length = bytes.merge(entry.room(), entry.update().length, Integer::sum);
            if (!row.isEmpty()
                    && (length > ROW_BYTES
                            || entry.seq() != row.get(row.size() - 1).seq() + 1)) {
                add(row, rows);
                row.clear();
                bytes.put(entry.room(), entry.update().length);
            }
            row.add(entry);
        }
        open.values().forEach(row -> add(row, rows));
        return rows;
    }

    private static void add(List<PlanStore.Entry> row, List<PlanStore.Entry> rows) {
        if (row.size() == 1) {
            rows.addAll(row);
            return;
        }
        PlanStore.Entry last = row.get(row.size() - 1);
        try {
            byte[] all = Updates.merge(row.stream().map(PlanStore.Entry::update).toList());
            rows.add(new PlanStore.Entry(last.room(), last.seq(), all, row.size()));
        } catch (MalformedUpdateException e) {
            rows.addAll(row);
        }
    }
}
