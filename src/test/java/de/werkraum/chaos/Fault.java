package de.werkraum.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One kind of damage. It strikes while people edit and vote, lasts, and is mended; what must be true meanwhile it checks itself. */
sealed interface Fault
        permits KilledServer,
                KilledPostgres,
                KilledBoth,
                KilledAmidSnapshot,
                StoppedPostgres,
                ReadOnlyPostgres,
                PromotedStandby,
                GoneWriter,
                BadWire,
                FullDisk {
    /** As in the printed account. */
    String name();

    /** Whether it can be done to this PostgreSQL. */
    default boolean fits(Postgres postgres) {
        return true;
    }

    void strike(World world, Crowd crowd);

    /** Every kind; the long form also stops PostgreSQL for five minutes. */
    static List<Fault> all(boolean longForm) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new KilledServer(1));
        faults.add(new KilledServer(2));
        faults.add(new KilledPostgres(false));
        faults.add(new KilledPostgres(true));
        faults.add(new KilledBoth());
        faults.add(new StoppedPostgres(Duration.ofSeconds(30)));
        for (Wire.Mode mode : Wire.Mode.values()) {
            if (mode != Wire.Mode.PASS) {
                faults.add(new BadWire(false, mode));
                faults.add(new BadWire(true, mode));
            }
        }
        faults.add(new FullDisk(false));
        faults.add(new FullDisk(true));
        faults.add(new KilledAmidSnapshot(false));
        faults.add(new KilledAmidSnapshot(true));
        faults.add(new GoneWriter());
        faults.add(new ReadOnlyPostgres());
        faults.add(new PromotedStandby());
        if (longForm) {
            faults.add(new StoppedPostgres(Duration.ofMinutes(5)));
        }
        return faults;
    }
}
