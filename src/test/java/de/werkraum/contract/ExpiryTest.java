package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.support.ProviderSocket;
import de.werkraum.support.RawSocket;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens that end while somebody is there, signed as the server signs. */
class ExpiryTest extends ServerTest {
    private static final int SECONDS = 3;

    @Test
    @Tag("C-6")
    @Tag("R-4")
    void whenATokenEndsItsSocketIsClosedAndOthersStay() throws Exception {
        Workshop room = workshop();
        Workshop.Person anna = room.participant("Anna");
        Workshop.Person bert = room.participant("Bert");
        try (RawSocket brief = RawSocket.enter(room, anna.api().as(token(room, anna)));
                RawSocket lasting = RawSocket.enter(room, bert.api())) {
            assertEquals(4401, brief.readUntilClosed());
            bert.api().get(room.path() + "/plan").expect(200);
            lasting.readUntil("a sign of life", frame -> frame.opcode() == RawSocket.BINARY && frame.type() == 1);
        }
    }

    /** By time alone: nothing is sent meanwhile. */
    @Test
    @Tag("Y-8")
    void aProvidersTokenEndsAsWell() throws Exception {
        Workshop room = workshop();
        Workshop.Person anna = room.participant("Anna");
        try (RawSocket brief = ProviderSocket.enter(room, anna.api().as(token(room, anna)));
                RawSocket lasting =
                        ProviderSocket.enter(room, room.participant("Bert").api())) {
            assertEquals(4401, brief.readUntilClosed());
            lasting.readUntil("a sign of life", frame -> frame.opcode() == RawSocket.BINARY);
        }
    }

    /** One that ends in a moment. */
    private String token(Workshop room, Workshop.Person person) throws GeneralSecurityException, SQLException {
        String head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        long now = Instant.now().getEpochSecond();
        String claims = encoded(
                "{\"sub\":\"%s\",\"role\":\"participant\",\"name\":\"%s\",\"room\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(person.id(), person.name(), room.id(), now, now + SECONDS));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
        byte[] signature = mac.doFinal((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return head + "." + claims + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] secret() throws SQLException {
        try (Connection database = TestDatabase.connect(server.databaseUrl());
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select value from setting where key = 'tokenSecret'")) {
            found.next();
            return Base64.getDecoder().decode(found.getString("value"));
        }
    }
}
