package de.werkraum.store;

import de.werkraum.problem.StartupException;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema to the state this version needs. Blocking. */
final class Migrations {
    /** What the product's tables live in. */
    static final String SCHEMA = "werkraum";
    /** Flyway's own table lives apart, so that the product's schema holds nothing but its own. */
    static final String HISTORY = "werkraum_history";

    private Migrations() {}

    /** Runs what has not run yet, and answers whether the database was new. Where nothing is to be run, Flyway need not be loaded to find that out. */
    static boolean run(DatabaseUrl url) {
        if (Scripts.ran(url)) {
            return false;
        }
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url.dataSource())
                    .schemas(HISTORY, SCHEMA)
                    .defaultSchema(HISTORY)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .callbacks(new IntoSchema())
                    .load();
            MigrateResult result = flyway.migrate();
            return result.initialSchemaVersion == null;
        } catch (FlywayException e) {
            throw new StartupException("The database " + url + " can't be brought to this version: " + Reason.of(e), e);
        }
    }

    /** Scripts name tables without a schema; Flyway itself would create them beside its history. */
    private static final class IntoSchema implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("set search_path = " + SCHEMA);
            } catch (SQLException e) {
                throw new FlywayException("Schema " + SCHEMA + " can't be entered", e);
            }
        }

        @Override
        public String getCallbackName() {
            return "into-schema";
        }
    }
}
