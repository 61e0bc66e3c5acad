package fr.corpus.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses belong to the public internet: those that the IANA special-purpose registries (RFC 6890) do not set apart.
 */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        int c = bytes[at + 2] & 0xFF;
        boolean inner = a == 0
                || a == 10
                || a == 127
                || a == 100 && b >= 64 && b < 128 // shared by carriers
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113
                || a >= 224;
        return !inner;
    }

    /** Global unicast is 2000::/3; what tunnels or translates to IPv4 is as public as that. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        if (first == 0x64 && second == 0xFF9B) { // NAT64
            return isPublic4(bytes, 12);
        }
        if (first == 0x2002) { // 6to4
            return isPublic4(bytes, 2);
        }
        boolean documented =
                first == 0x2001 && (second < 0x200 || second == 0xDB8) || first == 0x3FFF && second < 0x1000;
        return (first & 0xE000) == 0x2000 && !documented;
    }
}
