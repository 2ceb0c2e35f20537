package org.durumi.identity.session;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What a request may name as the page to which it leads: a path of ours with its query, never another site. */
public final class OurAddress {
    private static final int LONGEST = 1000;

    private OurAddress() {}

    /** Whether an address, as a browser sends it, leads to us; nothing said does not. */
    public static boolean isOurs(@Nullable String address) {
        return address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.length() <= LONGEST
                && address.chars().allMatch(each -> each > ' ' && each < 0x7F && each != '\\')
                && staysWithUs(address);
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
