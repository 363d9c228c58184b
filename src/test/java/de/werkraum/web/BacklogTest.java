package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Seeded;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final int KEPT = 2_000;

    private static ByteBuf lines(String... contents) {
        ByteBuf lines = PooledByteBufAllocator.DEFAULT.directBuffer();
        for (String content : contents) {
            lines.writeCharSequence("\"m\":\"" + content + "\"}\n", StandardCharsets.US_ASCII);
        }
        return lines;
    }

    private static ByteBuf lasting(String... contents) {
        return Unpooled.copiedBuffer(lines(contents));
    }

    private static String taken(Backlog backlog, int most) {
        return backlog.take(most).toString(StandardCharsets.US_ASCII);
    }

    @Test
    void linesAreNumberedInTheirOrder() {
        Backlog backlog = new Backlog(KEPT);
        backlog.share(lines("a", "b"));
        backlog.share(lines());
        backlog.keep(lasting("c"));
        assertEquals("{\"n\":1,\"m\":\"a\"}\n{\"n\":2,\"m\":\"b\"}\n{\"n\":3,\"m\":\"c\"}\n", taken(backlog, 1_000));
        assertFalse(backlog.waits());
        assertEquals(0, backlog.waitingBytes());
        backlog.again(1);
        assertEquals("{\"n\":2,\"m\":\"b\"}\n{\"n\":3,\"m\":\"c\"}\n", taken(backlog, 1_000));
        backlog.arrived(3);
        assertFalse(backlog.holds(2));
        assertTrue(backlog.holds(3));
        assertFalse(backlog.holds(4), "a line that was never told");
    }

    @Test
    void longLinesAreNotCopiedAndNothingIsFreedThatIsStillWrittenFrom() {
        Backlog backlog = new Backlog(KEPT);
        String content = "x".repeat(100_000);
        backlog.keep(lasting(content));
        backlog.keep(lasting("y"));
        ByteBuf first = backlog.take(1_000);
        assertEquals("{\"n\":1,\"m\":\"" + content + "\"}\n", first.toString(StandardCharsets.US_ASCII));
        assertEquals("{\"n\":2,\"m\":\"y\"}\n", taken(backlog, 1_000));
    }

    @Test
    void sharedMemoryIsFreedOnceItHasArrivedOrIsTooMuch() {
        Backlog backlog = new Backlog(KEPT);
        List<ByteBuf> shared = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ByteBuf lines = lines("z".repeat(490));
            shared.add(lines);
            backlog.share(lines.retainedDuplicate());
        }
        while (backlog.waits()) {
            backlog.take(600);
        }
        assertEquals(4, shared.stream().filter(lines -> lines.refCnt() > 1).count(), "kept beyond the limit");
        assertFalse(backlog.holds(3));
        backlog.arrived(9);
        assertEquals(1, shared.stream().filter(lines -> lines.refCnt() > 1).count());
        backlog.clear();
        assertTrue(shared.stream().allMatch(lines -> lines.refCnt() == 1));
    }

    /** A reader that is cut again and again and asks for what it lacks gets all, once. */
    @Test
    void whateverIsLostOnTheWayComesAgain() {
        Seeded.cases(20, BacklogTest::losses);
    }

    private static void losses(Random random) {
        Backlog backlog = new Backlog(Integer.MAX_VALUE);
        List<Long> heard = new ArrayList<>();
        long told = 0;
        for (int round = 0; round < 300; round++) {
            String[] contents = new String[random.nextInt(4)];
            for (int i = 0; i < contents.length; i++) {
                contents[i] = String.valueOf(++told);
            }
            backlog.share(lasting(contents));
            String text = taken(backlog, 1 + random.nextInt(120));
            int lost = random.nextInt(4) == 0 ? random.nextInt(text.length() + 1) : 0;
            hear(text.substring(0, text.length() - lost), heard);
            if (lost > 0) {
                backlog.again(heard.size());
            } else if (random.nextBoolean()) {
                backlog.arrived(heard.size());
            }
        }
        hear(taken(backlog, Integer.MAX_VALUE), heard);
        for (int i = 0; i < told; i++) {
            assertEquals(i + 1, heard.get(i));
        }
        assertEquals(told, heard.size());
    }

    private static void hear(String text, List<Long> heard) {
        for (int at = 0, end; (end = text.indexOf('\n', at)) >= 0; at = end + 1) {
            String line = text.substring(at, end);
            String number = line.substring("{\"n\":".length(), line.indexOf(','));
            assertTrue(line.endsWith("\"m\":\"" + number + "\"}"), line);
            heard.add(Long.parseLong(number));
        }
    }
}
