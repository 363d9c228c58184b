package de.werkraum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Config;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Config.Limits LIMITS = Config.Limits.standard();
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Line line = new Line(LIMITS, 0, new AtomicLong());

    @Test
    void presenceIsToldAtItsRate() {
        assertEquals(told(0), told(SECOND), 1);
        assertTrue(line.open(SECOND), "what may be sent does not suffer");
    }

    private int told(long now) {
        int told = 0;
        while (line.mayTell(1_000, now)) {
            told++;
        }
        assertEquals(LIMITS.presenceBytesPerSecond() / 1_256.0, told, 1);
        return told;
    }

    @Test
    void whatAllOthersAreSentOnItsAccountIsPaidOff() {
        line.causes(3L * LIMITS.outboundBytesPerSecond());
        assertFalse(line.open(SECOND));
        assertTrue(line.open(2 * SECOND + 1));
    }

    @Test
    void isRememberedWhileItOwes() {
        assertTrue(line.idle(0));
        line.connected();
        assertFalse(line.idle(0));
        line.took(1_000);
        line.disconnected();
        assertFalse(line.idle(0));
        assertTrue(line.idle(SECOND));
    }
}
