package org.durumi.identity.session;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as browsers say it: scheme, host and port. */
public final class Origin {
    private Origin() {}

    /** The origin of an address. */
    public static String of(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }

    /**
     * Whether a request that changes something was sent by a page of ours.
     *
     * <p>Our pages send no referrer, and a browser then says «null» as origin of a form; the browser's own word «same-origin»
     * counts in that case. A request of a browser that says neither is refused.
     *
     * @param own our origin
     * @param origin the header Origin, or null
     * @param site the header Sec-Fetch-Site, or null
     */
    static boolean isOurs(String own, @Nullable String origin, @Nullable String site) {
        if (site == null) {
            return own.equals(origin);
        }
        return site.equals("same-origin") && (origin == null || origin.equals("null") || origin.equals(own));
    }
}
