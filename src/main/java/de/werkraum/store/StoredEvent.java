package de.werkraum.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A congress or workshop day that groups rooms. */
public record StoredEvent(UUID id, String title, @Nullable LocalDate date, @Nullable String venue) {}
