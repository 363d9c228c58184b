package de.werkraum.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From rows to values. */
final class Rows {
    private Rows() {}

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> value) {
        List<T> values = new ArrayList<>(rows.size());
        for (Row row : rows) {
            values.add(value.apply(row));
        }
        return values;
    }

    static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> value) {
        for (Row row : rows) {
            return Optional.of(value.apply(row));
        }
        return Optional.empty();
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
