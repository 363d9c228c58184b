package de.werkraum.outside;

import java.net.InetAddress;

/** Which addresses everybody can reach; at the others may be what only this server's own network should reach. */
final class Networks {
    private Networks() {}

    /** Whether it is an address of the public internet (IANA's registries of special-purpose addresses, RFC 6890). */
    static boolean open(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? openFour(bytes) : openSix(bytes);
    }

    private static boolean openFour(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean carriers = first == 100 && second >> 6 == 1; // 100.64.0.0/10
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0; // 192.0.0.0/24
        boolean benches = first == 198 && second >> 1 == 9; // 198.18.0.0/15
        return first != 0 && first < 224 && !carriers && !protocols && !benches;
    }

    /** Of 2000::/3, where all public ones are, without those that only wrap an IPv4 address: 2001::/32 and 2002::/16. */
    private static boolean openSix(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        boolean wrapped = first == 0x2002 || (first == 0x2001 && bytes[2] == 0 && bytes[3] == 0);
        return first >> 13 == 1 && !wrapped;
    }
}
