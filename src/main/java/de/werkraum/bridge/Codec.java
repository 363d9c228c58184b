package de.werkraum.bridge;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.Encoder;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Session;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words as bytes: the format's version, who sends, the word's kind, its parts. */
final class Codec {
    /** Servers of another one are not let in beside these. */
    static final int VERSION = 1;

    private static final int OPEN = 1;
    private static final int SAY = 2;
    private static final int LEAVE = 3;
    private static final int RENEW = 4;
    private static final int OPENED = 5;
    private static final int REFUSED = 6;
    private static final int LEAVING = 7;
    private static final int HANDLED = 8;
    private static final int BYE = 9;
    private static final int CUT = 10;
    private static final int ALIVE = 11;

    private Codec() {}

    /**
     * A word and who sends it.
     *
     * @param lane which of its event loops
     */
    record Envelope(int server, int lane, Word word) {}

    static byte[] encode(Envelope envelope) {
        Encoder out = new Encoder();
        out.writeByte(VERSION).writeVarUint(envelope.server()).writeVarUint(envelope.lane());
        Word word = envelope.word();
        if (word instanceof Word.OfRoom of) {
            ofRoom(of, out);
        } else if (word instanceof Word.Open open) {
            open(open, out);
        } else if (word instanceof Word.Refused refused) {
            id(out.writeByte(REFUSED), refused.room())
                    .writeVarUint(refused.connection())
                    .writeVarUint(refused.status())
                    .writeVarString(refused.code())
                    .writeVarString(refused.detail());
        } else if (word instanceof Word.Cut cut) {
            id(out.writeByte(CUT), cut.room()).writeVarUint(cut.term()).writeByte(cut.slow() ? 1 : 0);
        } else if (word instanceof Word.Alive alive) {
            out.writeByte(ALIVE).writeVarUint(alive.sent()).writeVarUint(alive.taken());
            stands(out, alive.owned());
            stands(out, alive.edged());
        }
        return out.toByteArray();
    }

    private static void open(Word.Open open, Encoder out) {
        Member member = open.member();
        String organisation = member.organisation();
        id(out.writeByte(OPEN), open.room()).writeByte(open.fresh() ? 1 : 0).writeVarUint(open.connection());
        id(out, member.id()).writeVarString(member.name()).writeByte(organisation == null ? 0 : 1);
        if (organisation != null) {
            out.writeVarString(organisation);
        }
        out.writeVarString(member.role().wire())
                .writeVarString(open.kind().name())
                .writeVarUint(open.expires().toEpochMilli())
                .writeVarString(open.dialect());
    }

    private static void ofRoom(Word.OfRoom word, Encoder out) {
        if (word instanceof Word.Say say) {
            head(SAY, say, out).writeVarUint(say.messages().size());
            say.messages().forEach(said -> out.writeVarUint(said.connection()).writeVarBytes(said.bytes()));
        } else if (word instanceof Word.Leave leave) {
            head(LEAVE, leave, out).writeVarUint(leave.connection());
        } else if (word instanceof Word.Renew renew) {
            head(RENEW, renew, out)
                    .writeVarUint(renew.connection())
                    .writeVarUint(renew.until().toEpochMilli());
        } else if (word instanceof Word.Opened opened) {
            head(OPENED, opened, out).writeVarUint(opened.connection());
        } else if (word instanceof Word.Leaving leaving) {
            leaving(leaving, head(LEAVING, leaving, out));
        } else if (word instanceof Word.Handled handled) {
            head(HANDLED, handled, out).writeVarUint(handled.bytes().size());
            handled.bytes()
                    .forEach((connection, bytes) -> out.writeVarUint(connection).writeVarUint(bytes));
        } else if (word instanceof Word.Bye bye) {
            head(BYE, bye, out)
                    .writeVarUint(bye.connection())
                    .writeVarString(bye.goodbye().name());
        }
    }

    private static Encoder head(int kind, Word.OfRoom word, Encoder out) {
        return id(out.writeByte(kind), word.room()).writeVarUint(word.term()).writeVarUint(word.n());
    }

    private static void leaving(Word.Leaving leaving, Encoder out) {
        out.writeVarUint(leaving.edits().size());
        leaving.edits().forEach(out::writeVarBytes);
        out.writeVarUint(leaving.written().size());
        leaving.written().forEach((connection, numbers) -> numbers(out.writeVarUint(connection), numbers));
        byte[] presence = leaving.presence();
        out.writeVarBytes(presence == null ? new byte[0] : presence);
        out.writeVarUint(leaving.letters().size());
        leaving.letters().forEach(letter -> {
            numbers(out, letter.connections());
            Letters.write(letter.message(), out);
        });
    }

    private static void numbers(Encoder out, List<Integer> numbers) {
        out.writeVarUint(numbers.size());
        numbers.forEach(out::writeVarUint);
    }

    private static void stands(Encoder out, List<Word.Stand> stands) {
        out.writeVarUint(stands.size());
        stands.forEach(stand -> id(out, stand.room()).writeVarUint(stand.term()).writeVarUint(stand.n()));
    }

    private static Encoder id(Encoder out, UUID id) {
        return out.writeBytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /**
     * Reads a word.
     *
     * @throws MalformedUpdateException if the bytes are none of this version
     */
    static Envelope decode(byte[] bytes) {
        Decoder in = new Decoder(bytes);
        if (in.readByte() != VERSION) {
            throw new MalformedUpdateException("a word of another version");
        }
        return new Envelope(number(in), number(in), word(in.readByte(), in));
    }

    private static Word word(int kind, Decoder in) {
        return switch (kind) {
            case OPEN -> open(in);
            case REFUSED -> new Word.Refused(id(in), number(in), number(in), in.readVarString(), in.readVarString());
            case CUT -> new Word.Cut(id(in), number(in), in.readByte() == 1);
            case ALIVE -> new Word.Alive(in.readVarUint(), in.readVarUint(), stands(in), stands(in));
            default -> ofRoom(kind, id(in), number(in), in.readVarUint(), in);
        };
    }

    private static Word open(Decoder in) {
        UUID room = id(in);
        boolean fresh = in.readByte() == 1;
        int connection = number(in);
        UUID member = id(in);
        String name = in.readVarString();
        String organisation = in.readByte() == 1 ? in.readVarString() : null;
        Role role = Role.of(in.readVarString()).orElseThrow(() -> new MalformedUpdateException("no such role"));
        return new Word.Open(
                room,
                fresh,
                connection,
                new Member(member, room, name, organisation, role),
                Session.Kind.valueOf(in.readVarString()),
                Instant.ofEpochMilli(in.readVarUint()),
                in.readVarString());
    }

    private static Word ofRoom(int kind, UUID room, int term, long n, Decoder in) {
        return switch (kind) {
            case SAY -> new Word.Say(room, term, n, list(in, one -> new Word.Said(number(one), one.readVarBytes())));
            case LEAVE -> new Word.Leave(room, term, n, number(in));
            case RENEW -> new Word.Renew(room, term, n, number(in), Instant.ofEpochMilli(in.readVarUint()));
            case OPENED -> new Word.Opened(room, term, n, number(in));
            case LEAVING -> leaving(room, term, n, in);
            case HANDLED -> new Word.Handled(room, term, n, map(in, Codec::number));
            case BYE -> new Word.Bye(room, term, n, number(in), Goodbye.valueOf(in.readVarString()));
            default -> throw new MalformedUpdateException("no such word");
        };
    }

    private static Word leaving(UUID room, int term, long n, Decoder in) {
        List<byte[]> edits = list(in, Decoder::readVarBytes);
        Map<Integer, List<Integer>> written = map(in, Codec::numbers);
        byte[] presence = in.readVarBytes();
        return new Word.Leaving(
                room, term, n, edits, written, presence.length == 0 ? null : presence, list(in, Codec::addressed));
    }

    private static Word.Addressed addressed(Decoder in) {
        List<Integer> connections = numbers(in);
        return new Word.Addressed(Letters.read(in), connections);
    }

    private static List<Integer> numbers(Decoder in) {
        return list(in, Codec::number);
    }

    private static List<Word.Stand> stands(Decoder in) {
        return list(in, one -> new Word.Stand(id(one), number(one), one.readVarUint()));
    }

    /** One of several parts. */
    @FunctionalInterface
    private interface Part<T> {
        T read(Decoder in);
    }

    private static <T> List<T> list(Decoder in, Part<T> part) {
        int count = number(in);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(part.read(in));
        }
        return list;
    }

    private static <T> Map<Integer, T> map(Decoder in, Part<T> part) {
        int count = number(in);
        Map<Integer, T> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(number(in), part.read(in));
        }
        return map;
    }

    private static int number(Decoder in) {
        return Math.toIntExact(in.readVarUint());
    }

    private static UUID id(Decoder in) {
        return new UUID(half(in), half(in));
    }

    private static long half(Decoder in) {
        long half = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            half = (half << Byte.SIZE) | in.readByte();
        }
        return half;
    }
}
