package de.werkraum.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.crdt.MalformedUpdateException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void syncMessagesAreTypeStepAndBody() {
        assertArrayEquals(bytes(0, 0, 1, 0), Message.sync(Message.STEP_1, bytes(0)));
        Message.Update update =
                assertInstanceOf(Message.Update.class, Message.decode(Message.sync(Message.UPDATE, bytes(1, 2, 3))));
        assertArrayEquals(bytes(1, 2, 3), update.update());
        assertInstanceOf(Message.Step1.class, Message.decode(bytes(0, 0, 1, 0)));
        assertInstanceOf(Message.Step2.class, Message.decode(bytes(0, 1, 0)));
    }

    @Test
    void presenceGoesThereAndBack() {
        List<AwarenessState> states = List.of(
                new AwarenessState(1, 2, "{\"ü\":\"😀\"}"), new AwarenessState(9_007_199_254_740_991L, 0, "null"));
        Message.AwarenessUpdate back =
                assertInstanceOf(Message.AwarenessUpdate.class, Message.decode(Message.awareness(states)));
        assertEquals(states, back.states());
        assertArrayEquals(bytes(1, 1, 0), Message.awareness(List.of()), "a heartbeat is three bytes");
    }

    @Test
    void questionsEventsAndTheUnknown() {
        assertInstanceOf(Message.QueryAwareness.class, Message.decode(bytes(3)));
        assertEquals(new Message.Event("{}"), Message.decode(Message.event("{}")));
        assertEquals(new Message.Unknown(77), Message.decode(bytes(77, 1, 2, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0 7 0",
                "0 0 5 1",
                "0 2 1 0 9",
                "1 3 1 2",
                "1 9 255 255 255 255 15 0 0 0 0",
                "100 4 65",
                "255 255"
            })
    void malformedMessagesAreTold(String text) {
        int[] values = text.isEmpty()
                ? new int[0]
                : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThrows(MalformedUpdateException.class, () -> Message.decode(bytes(values)));
    }
}
