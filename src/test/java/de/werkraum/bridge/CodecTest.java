package de.werkraum.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Session;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    private static final UUID ROOM = new Ids().next();
    private static final byte[] SOME = {1, 2, 3};
    private static final List<Outgoing> LETTERS = List.of(
            new Outgoing.Step1(SOME),
            new Outgoing.Step2(SOME),
            new Outgoing.Update(SOME),
            new Outgoing.Presence(SOME),
            new Outgoing.Denied("locked"),
            new Outgoing.Rights(true),
            new Outgoing.Event("poll", SOME),
            new Outgoing.Saved(7, 2, true, 3));

    private static Word again(Word word) {
        Codec.Envelope read = Codec.decode(Codec.encode(new Codec.Envelope(70_000, 3, word)));
        assertEquals(70_000, read.server());
        assertEquals(3, read.lane());
        return read.word();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amt für Wald"})
    void whoComesArrivesAsSent(String organisation) {
        @Nullable String from = organisation.isEmpty() ? null : organisation;
        Word open = new Word.Open(
                ROOM,
                true,
                9,
                new Member(new Ids().next(), ROOM, "Paula", from, Role.PARTICIPANT),
                Session.Kind.PROVIDER,
                Instant.ofEpochMilli(1_900_000_000_123L),
                "hraum\0sitzung");
        assertEquals(open, again(open));
    }

    @Test
    void wordsWithoutBytesArriveAsSent() {
        List<Word.Stand> stands = List.of(new Word.Stand(ROOM, 3, 1L << 40));
        for (Word word : List.of(
                new Word.Leave(ROOM, 2, 5, 9),
                new Word.Renew(ROOM, 2, 6, 9, Instant.ofEpochMilli(5)),
                new Word.Opened(ROOM, 2, 1, 9),
                new Word.Refused(ROOM, 9, 429, "tooManyRequests", "Zu viele"),
                new Word.Handled(ROOM, 2, 7, Map.of(9, 1_000, 10, 3)),
                new Word.Bye(ROOM, 2, 8, 9, Goodbye.REMOVED),
                new Word.Cut(ROOM, 2, true),
                new Word.Alive(1L << 35, 12, stands, List.of()))) {
            assertEquals(word, again(word));
        }
    }

    @Test
    void whatIsSaidArrivesAsSaid() {
        Word.Say say = (Word.Say) again(new Word.Say(ROOM, 2, 4, List.of(new Word.Said(9, SOME))));
        assertEquals(9, say.messages().get(0).connection());
        assertArrayEquals(SOME, say.messages().get(0).bytes());
    }

    @Test
    void whatLeavesARoomArrivesAsItLeft() {
        List<Word.Addressed> addressed = LETTERS.stream()
                .map(letter -> new Word.Addressed(letter, List.of(1, 2)))
                .toList();
        Word.Leaving leaving = (Word.Leaving)
                again(new Word.Leaving(ROOM, 2, 4, List.of(SOME, new byte[0]), Map.of(9, List.of(1)), SOME, addressed));
        assertArrayEquals(SOME, leaving.edits().get(0));
        assertEquals(Map.of(9, List.of(1)), leaving.written());
        assertArrayEquals(SOME, leaving.presence());
        for (int i = 0; i < LETTERS.size(); i++) {
            Outgoing letter = leaving.letters().get(i).message();
            assertEquals(LETTERS.get(i).getClass(), letter.getClass());
            assertEquals(LETTERS.get(i).length(), letter.length());
        }
        assertEquals(LETTERS.get(7), leaving.letters().get(7).message());
        assertEquals(LETTERS.get(5), leaving.letters().get(5).message());
    }

    @Test
    void whatIsNoWordIsRefused() {
        byte[] whole = Codec.encode(new Codec.Envelope(1, 0, new Word.Leave(ROOM, 2, 5, 9)));
        byte[] other = whole.clone();
        other[0] = Codec.VERSION + 1;
        assertThrows(MalformedUpdateException.class, () -> Codec.decode(other));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(MalformedUpdateException.class, () -> Codec.decode(part));
        }
    }
}
