package org.durumi.identity.session;

import java.net.URI;
import java.net.URISyntaxException;

/** What a request may name as the page to which it leads: a path of ours with its query, never another site. */
public final class OurAddress {
    private static final int LONGEST = 1000;

    private OurAddress() {}

    /** Whether an address, as a browser sends it, leads to us; nothing said does not. */
    public static boolean isOurs(String addressOrNull) {
        return addressOrNull != null
                && addressOrNull.startsWith("/")
                && !addressOrNull.startsWith("//")
                && addressOrNull.length() <= LONGEST
                && addressOrNull.chars().allMatch(each -> each > ' ' && each < 0x7F && each != '\\')
                && staysWithUs(addressOrNull);
    }

    private static boolean staysWithUs(String address) {
        try {
            URI uri = new URI(address);
            return uri.getRawFragment() == null
                    && !uri.getPath().startsWith("//")
                    && uri.normalize().getPath().equals(uri.getPath());
        } catch (URISyntaxException cannotBeFollowed) {
            return false;
        }
    }
}
