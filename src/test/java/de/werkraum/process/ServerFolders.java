package de.werkraum.process;

import de.werkraum.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data folders of servers under test. */
final class ServerFolders {
    private ServerFolders() {}

    /** Links PostgreSQL's programs, unpacked once, into a folder. */
    static void lend(Path folder) throws IOException {
        Path programs = TestDatabase.programs();
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }
}
