package de.werkraum.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Limits;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlowTest {
    private static final Limits.Pace LIMITS = Limits.standard().pace();
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Flow flow = new Flow(LIMITS, 0, new AtomicLong());

    @Test
    @Tag("B-2")
    void presenceIsToldAtItsRate() {
        assertEquals(told(0), told(SECOND), 1);
        assertTrue(flow.open(SECOND), "what may be sent does not suffer");
    }

    private int told(long now) {
        int told = 0;
        while (flow.mayTell(1_000, now)) {
            told++;
        }
        assertEquals(LIMITS.presenceBytesPerSecond() / 1_256.0, told, 1);
        return told;
    }

    @Test
    void whatAllOthersAreSentOnItsAccountIsPaidOff() {
        flow.causes(3L * LIMITS.outboundBytesPerSecond());
        assertFalse(flow.open(SECOND));
        assertTrue(flow.open(2 * SECOND + 1));
    }

    @Test
    void isRememberedWhileItOwes() {
        assertTrue(flow.idle(0));
        flow.connected();
        assertFalse(flow.idle(0));
        flow.took(1_000);
        flow.disconnected();
        assertFalse(flow.idle(0));
        assertTrue(flow.idle(SECOND));
    }
}
