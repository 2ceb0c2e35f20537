package org.durumi.web.support;

import java.util.Set;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;

/**
 * Who looks at a page.
 *
 * @param roles what they may do; empty if nobody is signed in
 * @param handle the name by which colleagues know them; empty if nobody is signed in
 * @param token the secret of this session that every form sends back; empty if nobody is signed in
 * @param secondsLeft after which this session ends if nothing is done; 0 if nobody is signed in
 * @param list the address of the list of cases as they saw it last
 * @param preferences what they have chosen for themselves
 */
public record Visitor(
        Set<Role> roles, String handle, String token, long secondsLeft, String list, Preferences preferences) {
    /** The address of the list of cases. */
    public static final String LIST = "/cases";

    public Visitor {
        roles = Set.copyOf(roles);
    }

    public static Visitor nobody() {
        return new Visitor(Set.of(), "", "", 0, LIST, Preferences.USUAL);
    }

    public boolean isSignedIn() {
        return !roles.isEmpty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The address where this person's work begins. */
    public String home() {
        if (is(Role.CASEWORKER)) {
            return LIST;
        } else if (is(Role.SUPERVISOR)) {
            return "/review";
        } else if (is(Role.AUDITOR)) {
            return "/access-log";
        } else if (is(Role.ADMINISTRATOR)) {
            return "/staff";
        }
        return "/";
    }
}
