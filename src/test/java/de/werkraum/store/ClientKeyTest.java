package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.problem.StartupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kind of a client's key is found in the key: the JDBC driver would take it for one of RSA. */
class ClientKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void knowsWhatBothClientsCanUse(String algorithm, @TempDir Path folder) throws Exception {
        assertEquals(algorithm, ClientKey.in(written(algorithm, folder)).algorithm());
    }

    @Test
    void refusesTheRestWithoutTellingIt(@TempDir Path folder) throws Exception {
        Path[] files = {
            written("Ed25519", folder),
            Files.writeString(folder.resolve("encrypted"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\ngeheim"),
            Files.writeString(
                    folder.resolve("broken"), "-----BEGIN PRIVATE KEY-----\ngeheim\n-----END PRIVATE KEY-----"),
            Files.write(folder.resolve("binary"), new byte[] {0x30, (byte) 0x82, 0, 1})
        };
        for (Path file : files) {
            StartupException refusal = assertThrows(StartupException.class, () -> ClientKey.in(file));
            assertFalse(refusal.getMessage().contains("geheim"), refusal.getMessage());
            assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
        }
    }

    private static Path written(String algorithm, Path folder) throws Exception {
        byte[] key = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String text = Base64.getMimeEncoder().encodeToString(key);
        return Files.writeString(
                folder.resolve(algorithm), "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }
}
