package de.werkraum.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DialectTest {
    private static final Dialect STOCK = YWebSocket.DIALECT;

    @Test
    void yWebSocketFramesMessagesOfTheProtocol() {
        for (int length : new int[] {0, 1, 120, 125, 126, 127, 128, 16_384, 65_531, 65_536, 2_097_152}) {
            byte[] body = new byte[length];
            assertArrayEquals(Message.sync(Message.UPDATE, body), payload(new Outgoing.Update(body)));
            assertArrayEquals(Message.sync(Message.STEP_1, body), payload(new Outgoing.Step1(body)));
            assertArrayEquals(Message.sync(Message.STEP_2, body), payload(new Outgoing.Step2(body)));
        }
        List<AwarenessState> states = List.of(new AwarenessState(7, 300, "{\"name\":\"Jürgen\"}"));
        assertArrayEquals(Message.awareness(states), payload(Outgoing.Presence.of(states)));
        assertArrayEquals(
                Message.permissionDenied("the plan is locked"), payload(new Outgoing.Denied("the plan is locked")));
        assertArrayEquals(Message.event("{\"ä\":1}"), payload(Outgoing.Event.of("x", "{\"ä\":1}")));
        assertArrayEquals(
                Message.event("{\"type\":\"saved\",\"updates\":3,\"refused\":1,\"synced\":true}"),
                payload(new Outgoing.Saved(3, 1, true, 0)));
    }

    @Test
    @Tag("S-15")
    void onlyAStep2MayBeLong() {
        assertTrue(STOCK.isStep2(Message.sync(Message.STEP_2, new byte[9])));
        assertFalse(STOCK.isStep2(Message.sync(Message.UPDATE, new byte[9])));
        assertFalse(STOCK.isStep2(new byte[] {0}));
    }

    @Test
    @Tag("Y-1")
    void hocuspocusPutsTheKeyBeforeMessagesOfTheProtocol() {
        Hocuspocus dialect = new Hocuspocus("doc1");
        byte[] update = {1, 1, 100, 0};
        assertEquals("04646f6331000204" + "01016400", hex(dialect, new Outgoing.Update(update)));
        assertEquals("04646f633100000100", hex(dialect, new Outgoing.Step1(new byte[1])));
        assertEquals("04646f63310001020000", hex(dialect, Outgoing.forMany(new Outgoing.Step2(new byte[2]))));
        assertEquals("04646f6331010100", hex(dialect, Outgoing.Presence.of(List.of())));
        assertEquals("04646f633102020a726561642d7772697465", hex(dialect, new Outgoing.Rights(true)));
        assertEquals("04646f6331020208726561646f6e6c79", hex(dialect, new Outgoing.Rights(false)));
        assertEquals("04646f63310800", hex(dialect, new Outgoing.Denied("the plan is locked")));
        assertEquals("04646f63310801".repeat(2), hex(dialect, new Outgoing.Saved(7, 1, true, 2)));
        assertEquals("", hex(dialect, Outgoing.Event.of("x", "{}")));
    }

    @Test
    @Tag("Y-1")
    void hocuspocusSharesFramesWithWhomeverNamesADocumentAlike() {
        assertEquals(new Hocuspocus("doc1"), new Hocuspocus("doc1"));
        Outgoing whole = Outgoing.forMany(new Outgoing.Step2(new byte[50_000]));
        long first = new Hocuspocus("doc1")
                .framed(whole, UnpooledByteBufAllocator.DEFAULT)
                .memoryAddress();
        ByteBuf second = new Hocuspocus("doc1").framed(whole, UnpooledByteBufAllocator.DEFAULT);
        assertEquals(first, second.memoryAddress());
        ByteBuf session = new Hocuspocus("doc1\0abc").framed(whole, UnpooledByteBufAllocator.DEFAULT);
        assertEquals(second.readableBytes() + 4, session.readableBytes());
        session.release();
        assertEquals(1, ((Outgoing.Shared) whole).frames().size(), "a key of one session alone keeps no plan");
    }

    @Test
    @Tag("Y-1")
    void hocuspocusUnderstandsWhatProvidersSend() {
        Hocuspocus dialect = new Hocuspocus("doc1");
        assertArrayEquals(
                new byte[] {0}, ((Message.Exchange) dialect.decode(bytes("04646f633100000100"))).stateVector());
        assertTrue(dialect.decode(bytes("04646f63310001020000")) instanceof Message.Step2);
        assertTrue(dialect.decode(bytes("04646f63310002020000")) instanceof Message.Update);
        assertTrue(dialect.decode(bytes("04646f633101" + "06016400027b7d")) instanceof Message.AwarenessUpdate);
        assertTrue(dialect.decode(bytes("04646f633103")) instanceof Message.QueryAwareness);
        assertTrue(dialect.decode(bytes("04646f6331050161")) instanceof Message.Event, "which nobody hears");
        assertTrue(dialect.isStep2(bytes("04646f63310001020000")));
        assertFalse(dialect.isStep2(bytes("04646f63310002020000")));
        for (String wrong : List.of("", "04", "04646f63", "04646f6331", "0001", "04646f633106", "04646f633164017b")) {
            assertThrows(MalformedUpdateException.class, () -> dialect.decode(bytes(wrong)), wrong);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** What the frames of the server hold, all short. */
    private static String hex(Dialect dialect, Outgoing message) {
        ByteBuf frames = dialect.framed(message, UnpooledByteBufAllocator.DEFAULT);
        StringBuilder all = new StringBuilder();
        while (frames.isReadable()) {
            assertEquals(0x82, frames.readUnsignedByte());
            byte[] payload = new byte[frames.readUnsignedByte()];
            frames.readBytes(payload);
            all.append(HexFormat.of().formatHex(payload));
        }
        return all.toString();
    }

    @Test
    void aStreamTellsEventsAndNothingElse() {
        ByteBuf out = Unpooled.buffer();
        EventStream.DIALECT.frame(new Outgoing.Update(new byte[3]), out);
        EventStream.DIALECT.frame(Outgoing.Event.of("gather", "{\"spotlight\":null}"), out);
        assertEquals("event: gather\ndata: {\"spotlight\":null}\n\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aVisitGetsTheSameMessagesLineByLine() {
        for (int length : new int[] {0, 1, 2, 3, 127, 128, 20_000}) {
            ByteBuf line = Lines.DIALECT.framed(
                    Outgoing.forMany(new Outgoing.Update(new byte[length])), UnpooledByteBufAllocator.DEFAULT);
            String text = line.toString(StandardCharsets.US_ASCII);
            assertTrue(text.startsWith("\"m\":\"") && text.endsWith("\"}\n"), text);
            assertArrayEquals(
                    Message.sync(Message.UPDATE, new byte[length]),
                    Base64.getDecoder().decode(text.substring(5, text.length() - 3)));
        }
    }

    @Test
    void longMessagesForManyLieInOneMemoryForEachDialect() {
        Outgoing whole = Outgoing.forMany(new Outgoing.Step2(new byte[50_000]));
        ByteBuf first = framed(whole);
        first.skipBytes(9);
        ByteBuf second = framed(whole);
        assertEquals(0, second.readerIndex(), "readers don't move each other");
        assertEquals(first.memoryAddress(), second.memoryAddress());
        first.release();
        assertTrue(second.isReadable(), "a reader that has done lets the others read on");
        assertArrayEquals(Message.sync(Message.STEP_2, new byte[50_000]), payload(whole));
        Outgoing brief = Outgoing.forMany(new Outgoing.Step2(new byte[50]));
        assertNotSame(framed(brief), framed(brief));
    }

    private static ByteBuf framed(Outgoing message) {
        return STOCK.framed(message, UnpooledByteBufAllocator.DEFAULT);
    }

    /** What one frame of the server holds (RFC 6455, section 5.2). */
    private static byte[] payload(Outgoing message) {
        ByteBuf frame = framed(message);
        assertEquals(0x82, frame.readUnsignedByte());
        int size = frame.readUnsignedByte();
        long length = size < 126 ? size : size == 126 ? frame.readUnsignedShort() : frame.readLong();
        byte[] payload = ByteBufUtil.getBytes(frame);
        assertEquals(length, payload.length);
        frame.release();
        return payload;
    }
}
