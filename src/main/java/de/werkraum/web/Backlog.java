package de.werkraum.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The lines of one visit, numbered from 1: those that wait to be written, and those that were written and may be asked for again, since nobody
 * knows what a broken connection has swallowed. Lines are kept as they are shared with other visits, and numbered when they are written.
 * Not thread-safe.
 *
 * <pre>
 *   … let go │ sent: written, not known to have arrived │ waiting
 *            └ gone                                     └ next
 * </pre>
 */
final class Backlog {
    private static final byte[] NUMBER = "{\"n\":".getBytes(StandardCharsets.US_ASCII);
    /** A line as long as this is not worth copying. */
    private static final int LONG_BYTES = 16 * 1024;

    private final int keptBytes;
    private final Deque<Part> sent = new ArrayDeque<>();
    private final Deque<Part> waiting = new ArrayDeque<>();
    private long last;
    private long gone;
    /** Up to this one lines need not be written again. */
    private long arrived;

    private long sentBytes;
    private long waitingBytes;

    /**
     * Some lines.
     *
     * @param first the number of the first one
     * @param lasting whether they may be written from as they lie, since nobody frees them before that
     */
    private record Part(long first, int count, ByteBuf lines, boolean lasting) {
        long last() {
            return first + count - 1;
        }

        int bytes() {
            return lines.readableBytes();
        }

        /** Lasting ones may still be written from. */
        void free() {
            if (!lasting) {
                lines.release();
            }
        }
    }

    /** @param keptBytes of written lines that are kept, at the most */
    Backlog(int keptBytes) {
        this.keptBytes = keptBytes;
    }

    /** Lines to be written, without their numbers, of memory that is freed here. */
    void share(ByteBuf lines) {
        add(lines, false);
    }

    /** Lines to be written, without their numbers, of memory that is freed when nobody knows it any more. */
    void keep(ByteBuf lines) {
        add(lines, true);
    }

    private void add(ByteBuf lines, boolean lasting) {
        int count = 0;
        int end = lines.writerIndex();
        for (int at = lines.readerIndex(); at < end; count++) {
            at = lines.forEachByte(at, end - at, ByteProcessor.FIND_LF) + 1;
        }
        if (count == 0) {
            lines.release();
            return;
        }
        waiting.add(new Part(last + 1, count, lines, lasting));
        last += count;
        waitingBytes += lines.readableBytes();
    }

    /** Whether something waits. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /** Bytes that wait. */
    long waitingBytes() {
        return waitingBytes;
    }

    /** The next lines with their numbers: as many as fit into so many bytes, or one part if that is longer. */
    ByteBuf take(int most) {
        ByteBuf out = Unpooled.buffer(Math.min(most, LONG_BYTES));
        while (waits()) {
            Part part = waiting.element();
            if (out.isReadable() && out.readableBytes() + part.bytes() > most) {
                break;
            }
            waiting.remove();
            waitingBytes -= part.bytes();
            sent.add(part);
            sentBytes += part.bytes();
            if (part.lasting() && part.count() == 1 && part.bytes() > LONG_BYTES) {
                number(part.first(), out);
                letGo();
                return Unpooled.wrappedBuffer(
                        out, Unpooled.unreleasableBuffer(part.lines().duplicate()));
            }
            write(part, out);
        }
        letGo();
        return out;
    }

    private static ByteBuf number(long number, ByteBuf out) {
        out.writeBytes(NUMBER);
        out.writeCharSequence(Long.toString(number), StandardCharsets.US_ASCII);
        return out.writeByte(',');
    }

    private void write(Part part, ByteBuf out) {
        ByteBuf lines = part.lines();
        int at = lines.readerIndex();
        for (long number = part.first(); number <= part.last(); number++) {
            int end = lines.forEachByte(at, lines.writerIndex() - at, ByteProcessor.FIND_LF) + 1;
            if (number > arrived) {
                number(number, out).writeBytes(lines, at, end - at);
            }
            at = end;
        }
    }

    private void letGo() {
        while (sentBytes > keptBytes) {
            gone = drop();
        }
    }

    private long drop() {
        Part part = sent.remove();
        sentBytes -= part.bytes();
        part.free();
        return part.last();
    }

    /** Whether the lines after that one are all to be had. */
    boolean holds(long after) {
        return after >= Math.max(gone, arrived) && after <= last;
    }

    /** Whether none came after that one. */
    boolean endsWith(long number) {
        return number == last;
    }

    /** Lines up to that one have arrived. */
    void arrived(long number) {
        arrived = Math.max(arrived, Math.min(number, last));
        while (!sent.isEmpty() && sent.element().last() <= arrived) {
            gone = drop();
        }
    }

    /** Lines after that one, the reader has not got: they are to be written again. */
    void again(long after) {
        arrived(after);
        while (!sent.isEmpty()) {
            Part part = sent.removeLast();
            sentBytes -= part.bytes();
            waiting.addFirst(part);
            waitingBytes += part.bytes();
        }
    }

    /** Lets go of everything. */
    void clear() {
        sent.forEach(Part::free);
        waiting.forEach(Part::free);
        sent.clear();
        waiting.clear();
        sentBytes = 0;
        waitingBytes = 0;
    }
}
