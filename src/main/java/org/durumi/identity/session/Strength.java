package org.durumi.identity.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;

/** How strongly somebody signed in, weakest first. The names are those of the realm's acr.loa.map. */
public enum Strength {
    /** A password. */
    PWD,
    /** Password and one-time code. */
    MFA,
    /** A phishing-resistant key. */
    PHR;

    /** Empty for a name that we do not know: less than the weakest. */
    public static Optional<Strength> ofAcr(String acr) {
        return Arrays.stream(values())
                .filter(strength -> strength.acr().equals(acr))
                .findFirst();
    }

    /** What a sign-in must reach in production: whoever decides, watches or administers needs a phishing-resistant key. */
    static Strength demandedOf(Set<Role> roles) {
        return roles.equals(Set.of(Role.CASEWORKER)) ? MFA : PHR;
    }

    /** Its name in the realm. */
    public String acr() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a sign-in of this acr is at least as strong. */
    public boolean isReachedBy(String acr) {
        return ofAcr(acr).filter(strength -> strength.compareTo(this) >= 0).isPresent();
    }
}
