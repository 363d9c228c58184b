package de.werkraum.crdt;

/** Strict UTF-8 between wire bytes and UTF-16, in which Yjs counts: no overlong forms, no surrogates, nothing lenient. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The number of UTF-16 units that the bytes stand for, or -1 if they are not well-formed. */
    static int charCount(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        int count = at - from;
        while (at < to) {
            int lead = bytes[at] & 0xFF;
            if (lead < 0x80) {
                at++;
                count++;
                continue;
            }
            int size = sequenceSize(lead);
            if (size == 0 || at + size > to || !wellFormed(bytes, at, size, lead)) {
                return -1;
            }
            at += size;
            count += size == 4 ? 2 : 1;
        }
        return count;
    }

    private static int sequenceSize(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    private static boolean wellFormed(byte[] bytes, int at, int size, int lead) {
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> true;
        };
    }

    /** Decodes well-formed bytes (see {@link #charCount}) into {@code target} from {@code at}. */
    static void decode(byte[] bytes, int from, int to, char[] target, int at) {
        int in = from;
        int out = at;
        while (in < to) {
            int lead = bytes[in];
            if (lead >= 0) {
                target[out++] = (char) lead;
                in++;
            } else if ((lead & 0xE0) == 0xC0) {
                target[out++] = (char) (((lead & 0x1F) << 6) | (bytes[in + 1] & 0x3F));
                in += 2;
            } else if ((lead & 0xF0) == 0xE0) {
                target[out++] = (char) (((lead & 0x0F) << 12) | ((bytes[in + 1] & 0x3F) << 6) | (bytes[in + 2] & 0x3F));
                in += 3;
            } else {
                int point = ((lead & 0x07) << 18)
                        | ((bytes[in + 1] & 0x3F) << 12)
                        | ((bytes[in + 2] & 0x3F) << 6)
                        | (bytes[in + 3] & 0x3F);
                target[out++] = Character.highSurrogate(point);
                target[out++] = Character.lowSurrogate(point);
                in += 4;
            }
        }
    }

    /** The number of bytes that {@link #encode} writes; a lone surrogate counts as U+FFFD, as in a browser. */
    static int byteCount(char[] chars, int from, int to) {
        int count = to - from;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c >= 0x80) {
                count++;
                if (c >= 0x800) {
                    count++;
                    if (isPair(chars, i, to)) {
                        i++;
                    }
                }
            }
        }
        return count;
    }

    /** Writes the characters to {@code target} from {@code at}; answers the position after the last byte. */
    static int encode(char[] chars, int from, int to, byte[] target, int at) {
        int out = at;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c < 0x80) {
                target[out++] = (byte) c;
            } else if (c < 0x800) {
                target[out++] = (byte) (0xC0 | (c >> 6));
                target[out++] = (byte) (0x80 | (c & 0x3F));
            } else if (isPair(chars, i, to)) {
                int point = Character.toCodePoint(c, chars[++i]);
                target[out++] = (byte) (0xF0 | (point >> 18));
                target[out++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                target[out++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                target[out++] = (byte) (0x80 | (point & 0x3F));
            } else {
                char written = Character.isSurrogate(c) ? REPLACEMENT : c;
                target[out++] = (byte) (0xE0 | (written >> 12));
                target[out++] = (byte) (0x80 | ((written >> 6) & 0x3F));
                target[out++] = (byte) (0x80 | (written & 0x3F));
            }
        }
        return out;
    }

    private static boolean isPair(char[] chars, int at, int to) {
        return Character.isHighSurrogate(chars[at]) && at + 1 < to && Character.isLowSurrogate(chars[at + 1]);
    }
}
