package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.LiveStores;
import de.werkraum.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether Flyway is needed at all. */
class ScriptsTest {
    @Test
    void allMigrationsAreFound() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(names, Scripts.brought());
        }
    }

    @Test
    void nothingIsToBeRunWhereAllHaveRunAndNoOthers() {
        String newest = "(select max(installed_rank) from werkraum_history.flyway_schema_history)";
        DatabaseUrl url = DatabaseUrl.parse(TestDatabase.url());
        assertFalse(Scripts.ran(url), "a new database");
        try (LiveStores stores = new LiveStores()) {
            DatabaseUrl used = DatabaseUrl.parse(stores.url());
            assertTrue(Scripts.ran(used));
            stores.execute("update werkraum_history.flyway_schema_history set success = false where installed_rank = "
                    + newest);
            assertFalse(Scripts.ran(used), "one that failed");
            stores.execute(
                    "update werkraum_history.flyway_schema_history set success = true, script = 'V99__later.sql' where installed_rank = "
                            + newest);
            assertFalse(Scripts.ran(used), "one of a later version");
            stores.execute("delete from werkraum_history.flyway_schema_history where installed_rank = " + newest);
            assertFalse(Scripts.ran(used), "one that has not run");
        }
    }
}
