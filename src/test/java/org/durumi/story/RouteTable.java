package org.durumi.story;

import static org.durumi.identity.Role.ADMINISTRATOR;
import static org.durumi.identity.Role.AUDITOR;
import static org.durumi.identity.Role.CASEWORKER;
import static org.durumi.identity.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.durumi.identity.Role;

/**
 * What the annotations do not say of an address: who may use it. To everybody else it does not exist.
 *
 * <p>Below a case, a caseworker is one who works on it and a supervisor one of its team. An address without its row here
 * makes the build red, so that a new one is attacked by every generated test from the moment it exists.
 */
final class RouteTable {
    private static final Map<Route, Set<Role>> ROWS = new LinkedHashMap<>();
    private static final Set<Role> EVERYBODY = Set.of();
    private static final Set<Role> SIGNED_IN = EnumSet.allOf(Role.class);

    /** Not from annotations: the sign-in answers them before any page. */
    static final Set<Route> OF_THE_SIGN_IN = Set.of(
            new Route("GET", "/sign-in"),
            new Route("GET", "/sign-in/callback"),
            new Route("GET", "/sign-in/again"),
            new Route("POST", "/back-channel-logout"),
            new Route("POST", "/sign-out"));

    /** Heard at the port of health only: where everybody is, there is no such address. See {@code LockedPageIT}. */
    static final Set<Route> OF_THE_MACHINE = Set.of(new Route("POST", "/health/unlock"));

    /** Of a single button: to send them is to do it, so that no test may send them to see whether they are open. */
    static final Set<Route> OF_ONE_BUTTON = Set.of(
            new Route("POST", "/sign-out"),
            new Route("POST", "/cases/{number}/participants/{participant}/check-ins/ok"),
            new Route("POST", "/emergency/seen"),
            new Route("POST", "/notices/removal"),
            new Route("POST", "/what-is-new"),
            new Route("POST", "/drafts/{draft}/form"),
            new Route("POST", "/staff/{person}/confirmation"),
            new Route("POST", "/staff/{person}/end"),
            new Route("POST", "/staff/{person}/factors"),
            new Route("POST", "/cases/{number}/links/search"),
            new Route("POST", "/cases/{number}/closure/confirmation"),
            new Route("POST", "/cases/{number}/closure/refusal"),
            new Route("POST", "/cases/{number}/closure/withdrawal"),
            new Route("POST", "/cases/{number}/erasure/refusal"),
            new Route("POST", "/cases/{number}/erasure/withdrawal"),
            new Route("POST", "/cases/{number}/erasure/stop"),
            new Route("POST", "/cases/{number}/requests/{id}/withdrawal"),
            new Route("POST", "/cases/{number}/requests/{id}/typed"),
            new Route("POST", "/transfers/{id}/revocation"),
            new Route("POST", "/stances/{id}/confirmation"),
            new Route("POST", "/stances/{id}/refusal"),
            new Route("POST", "/stances/{id}/withdrawal"));

    static {
        // Without a session.
        row("GET", "/", EVERYBODY);
        row("POST", "/language", EVERYBODY);
        row("GET", "/sign-in", EVERYBODY);
        row("GET", "/sign-in/callback", EVERYBODY);
        row("GET", "/sign-in/again", EVERYBODY);
        row("POST", "/back-channel-logout", EVERYBODY);
        row("GET", "/assets/*", EVERYBODY);
        row("GET", "/favicon.ico", EVERYBODY);
        row("GET", "/error", EVERYBODY);
        row("GET", "/health/ready", EVERYBODY);
        row("GET", "/health/live", EVERYBODY);
        // By role.
        row("GET", "/my-session", SIGNED_IN);
        row("GET", "/my-session/left", SIGNED_IN);
        row("GET", "/help", SIGNED_IN);
        row("GET", "/what-is-new", SIGNED_IN);
        row("POST", "/what-is-new", SIGNED_IN);
        row("GET", "/my-settings", SIGNED_IN);
        row("POST", "/my-settings", SIGNED_IN);
        row("GET", "/notices", SIGNED_IN);
        row("GET", "/notices/events", SIGNED_IN);
        for (String form : new String[] {"address", "code", "rhythm", "removal"}) {
            row("GET", "/notices/" + form, SIGNED_IN);
            row("POST", "/notices/" + form, SIGNED_IN);
        }
        row("GET", "/kept-forms", SIGNED_IN);
        row("GET", "/kept-forms/{id}", SIGNED_IN);
        form("/sessions", ADMINISTRATOR);
        row("GET", "/staff", ADMINISTRATOR);
        form("/staff/teams/new", ADMINISTRATOR);
        row("GET", "/staff/roles", AUDITOR, ADMINISTRATOR);
        row("GET", "/staff/{person}", ADMINISTRATOR);
        for (String form : new String[] {"role", "team", "handle"}) {
            form("/staff/{person}/" + form, ADMINISTRATOR);
        }
        form("/staff/invitation", ADMINISTRATOR);
        row("GET", "/staff/{person}/{act: confirmation|end|factors}", ADMINISTRATOR);
        row("POST", "/staff/{person}/factors", ADMINISTRATOR);
        row("POST", "/staff/{person}/confirmation", ADMINISTRATOR);
        row("POST", "/staff/{person}/end", ADMINISTRATOR);
        row("GET", "/settings", ADMINISTRATOR);
        form("/settings/{setting: FILES_OF_ALL|[A-Z_]+}", ADMINISTRATOR);
        row("GET", "/installation", ADMINISTRATOR);
        row("GET", "/stances", SUPERVISOR, ADMINISTRATOR);
        form("/stances/new", SUPERVISOR, ADMINISTRATOR);
        row("GET", "/stances/{id}/{act: confirmation|refusal|withdrawal}", SUPERVISOR, ADMINISTRATOR);
        for (String act : new String[] {"confirmation", "refusal", "withdrawal"}) {
            row("POST", "/stances/{id}/" + act, SUPERVISOR, ADMINISTRATOR);
        }
        form("/search", CASEWORKER, SUPERVISOR);
        form("/emergency", CASEWORKER, SUPERVISOR);
        form("/emergency/seen", CASEWORKER, SUPERVISOR, AUDITOR);
        row("POST", "/sign-out", SIGNED_IN);
        // While nobody is asked for a part of the key, it leads everybody to the first page.
        form("/unlock", ADMINISTRATOR);
        form("/cases", CASEWORKER, SUPERVISOR);
        form("/cases/new", CASEWORKER);
        form("/cases/intake", CASEWORKER);
        row("GET", "/cases/intake/{draft}", CASEWORKER);
        row("GET", "/cases/intake/{draft}/{step: name|kind|people|first|way|check}", CASEWORKER);
        row("POST", "/cases/intake/{draft}/{step: name|kind|people|first|way}", CASEWORKER);
        row("POST", "/cases/intake/{draft}/check", CASEWORKER);
        form("/drafts/later", CASEWORKER);
        form("/drafts/{draft}/form", CASEWORKER);
        form("/drafts/{draft}/end", CASEWORKER);
        form("/drafts/{draft}/owner", SUPERVISOR);
        row("GET", "/deputies", CASEWORKER, SUPERVISOR);
        form("/deputies/new", CASEWORKER, SUPERVISOR);
        form("/deputies/{deputyship}/end", CASEWORKER, SUPERVISOR);
        form("/handover/{person}", SUPERVISOR);
        form("/transfers/{id}", SUPERVISOR);
        row("GET", "/transfers/{id}/{step: revocation}", SUPERVISOR);
        row("POST", "/transfers/{id}/revocation", SUPERVISOR);
        row("GET", "/tasks", CASEWORKER, SUPERVISOR);
        row("GET", "/review", SUPERVISOR);
        row("GET", "/requests", SUPERVISOR);
        row("GET", "/brokers", CASEWORKER, SUPERVISOR);
        form("/brokers/new", CASEWORKER);
        row("GET", "/brokers/{id}", CASEWORKER, SUPERVISOR);
        row("POST", "/brokers/{id}", SUPERVISOR);
        row("GET", "/sources", CASEWORKER, SUPERVISOR);
        form("/sources/new", CASEWORKER);
        row("GET", "/sources/{id}", CASEWORKER, SUPERVISOR);
        row("POST", "/sources/{id}", CASEWORKER);
        row("GET", "/norm-prices", ADMINISTRATOR, CASEWORKER, SUPERVISOR);
        form("/norm-prices/new", ADMINISTRATOR);
        form("/norm-prices/{id}", ADMINISTRATOR);
        row("GET", "/access-log", AUDITOR);
        // Of a case.
        row("GET", "/cases/{number}", CASEWORKER, SUPERVISOR);
        for (String page : new String[] {
            "people",
            "people/{label: A|[A-Z]+}",
            "timeline",
            "route",
            "costs",
            "claims",
            "notes",
            "tasks",
            "files",
            "about"
        }) {
            row("GET", "/cases/{number}/" + page, CASEWORKER, SUPERVISOR);
        }
        form("/cases/{number}/about/change", CASEWORKER);
        row("GET", "/cases/{number}/summary.pdf", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/assignment", SUPERVISOR);
        form("/cases/{number}/transfer", SUPERVISOR);
        form("/cases/{number}/closure", SUPERVISOR);
        row("GET", "/cases/{number}/closure/{step: confirmation|refusal|withdrawal|reopening}", SUPERVISOR);
        for (String step : new String[] {"confirmation", "refusal", "withdrawal", "reopening"}) {
            row("POST", "/cases/{number}/closure/" + step, SUPERVISOR);
        }
        form("/cases/{number}/retention", SUPERVISOR);
        form("/cases/{number}/hold", SUPERVISOR);
        row("GET", "/cases/{number}/hold/{step: release}", SUPERVISOR);
        row("POST", "/cases/{number}/hold/release", SUPERVISOR);
        form("/cases/{number}/erasure", SUPERVISOR);
        row("GET", "/cases/{number}/erasure/{step: approval|refusal|withdrawal|stop}", SUPERVISOR);
        for (String step : new String[] {"approval", "refusal", "withdrawal", "stop"}) {
            row("POST", "/cases/{number}/erasure/" + step, SUPERVISOR);
        }
        row("GET", "/cases/{number}/links", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/links/search", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/links/new", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/links/{link}", CASEWORKER, SUPERVISOR);
        row("GET", "/cases/{number}/links/{link}/comparison", CASEWORKER, SUPERVISOR);
        row("GET", "/cases/{number}/links/{link}/names", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/links/{link}/merge", SUPERVISOR);
        form("/cases/{number}/merge", SUPERVISOR);
        form("/cases/{number}/grants", SUPERVISOR);
        row("GET", "/cases/{number}/names", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/names/{name}/correction", CASEWORKER);
        form("/cases/{number}/participants/{participant}/names/new", CASEWORKER);
        form("/cases/{number}/entries/{entry}/correction", CASEWORKER);
        form("/cases/{number}/entries/{entry}/certainty", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/entries/{entry}/decision", SUPERVISOR);
        form("/cases/{number}/participants/new", CASEWORKER);
        form("/cases/{number}/participants/{participant}", CASEWORKER);
        form("/cases/{number}/participants/{participant}/{act: taken-out|put-back}", SUPERVISOR);
        form("/cases/{number}/participants/{participant}/check-ins/new", CASEWORKER);
        form("/cases/{number}/participants/{participant}/check-ins/plan", CASEWORKER);
        for (String act : new String[] {"ok", "heard", "pause", "end"}) {
            form("/cases/{number}/participants/{participant}/check-ins/" + act, CASEWORKER, SUPERVISOR);
        }
        form("/cases/{number}/participants/{participant}/check-ins/duress", SUPERVISOR);
        row("GET", "/cases/{number}/participants/{participant}/check-ins/words", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/split", SUPERVISOR);
        form("/cases/{number}/stages/new", CASEWORKER);
        for (String kind : new String[] {
            "attempts",
            "devices",
            "legs",
            "vulnerabilities",
            "incidents",
            "detentions",
            "interventions",
            "postings",
            "backgrounds",
            "needs",
            "relationships",
            "relatives",
            "groups",
            "safe-contacts",
            "referrals"
        }) {
            form("/cases/{number}/" + kind + "/new", CASEWORKER);
            form("/cases/{number}/" + kind + "/{id}", CASEWORKER);
        }
        form("/cases/{number}/consents/new", CASEWORKER);
        form("/cases/{number}/consents/{id}/withdrawal", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/consents/{id}/strike", CASEWORKER);
        form("/cases/{number}/corrections/{kind: device|[a-z-]+}/{id}", SUPERVISOR);
        for (String kind : new String[] {"notes", "contacts"}) {
            form("/cases/{number}/" + kind + "/new", CASEWORKER);
            form("/cases/{number}/" + kind + "/{id}", CASEWORKER);
        }
        form("/cases/{number}/notes/{id}/addendum", CASEWORKER);
        form("/cases/{number}/tasks/new", CASEWORKER);
        form("/cases/{number}/tasks/{id}", CASEWORKER);
        form("/cases/{number}/files/new", CASEWORKER);
        row("GET", "/cases/{number}/files/{id}", CASEWORKER, SUPERVISOR);
        row("GET", "/cases/{number}/files/{id}/pages/{page: 1|[1-9][0-9]?}", CASEWORKER, SUPERVISOR);
        row("GET", "/cases/{number}/files/{id}/content", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/files/{id}/taken-back", CASEWORKER);
        form("/cases/{number}/claims/new", CASEWORKER);
        form("/cases/{number}/claims/report", CASEWORKER);
        form("/cases/{number}/claims/{id}", CASEWORKER);
        form("/cases/{number}/claims/{id}/judgement", CASEWORKER, SUPERVISOR);
        form("/cases/{number}/claims/{id}/relations/new", CASEWORKER);
        form("/cases/{number}/claims/{id}/relations/{relation}", CASEWORKER);
        form("/cases/{number}/quotes/new", CASEWORKER);
        row("GET", "/cases/{number}/quotes/{id}", CASEWORKER, SUPERVISOR);
        row("GET", "/cases/{number}/quotes/{id}/{step: accept|reject|norm}", CASEWORKER, SUPERVISOR);
        row("POST", "/cases/{number}/quotes/{id}/accept", CASEWORKER);
        row("POST", "/cases/{number}/quotes/{id}/reject", CASEWORKER);
        row("POST", "/cases/{number}/quotes/{id}/norm", CASEWORKER);
        row("GET", "/cases/{number}/alerts/{alert}", CASEWORKER, SUPERVISOR);
        row("GET", "/cases/{number}/alerts/{alert}/{step: acknowledge|act|resolve|dismiss}", CASEWORKER, SUPERVISOR);
        for (String step : new String[] {"acknowledge", "act", "resolve", "dismiss"}) {
            row("POST", "/cases/{number}/alerts/{alert}/" + step, CASEWORKER, SUPERVISOR);
        }
        for (String asked : new String[] {"waiver", "reassignment", "decision"}) {
            form("/cases/{number}/requests/" + asked, CASEWORKER);
        }
        row("GET", "/cases/{number}/requests/{id}", CASEWORKER, SUPERVISOR);
        row("POST", "/cases/{number}/requests/{id}", SUPERVISOR);
        row("GET", "/cases/{number}/requests/{id}/{step: withdrawal|typed}", CASEWORKER, SUPERVISOR);
        row("POST", "/cases/{number}/requests/{id}/withdrawal", CASEWORKER);
        row("POST", "/cases/{number}/requests/{id}/typed", CASEWORKER);
        form("/cases/{number}/waivers/departures/{participant}", SUPERVISOR);
        form("/cases/{number}/waivers/quotes/{quote}", SUPERVISOR);
    }

    private RouteTable() {}

    /** A page with a form and where it is sent. */
    private static void form(String path, Role... who) {
        row("GET", path, who);
        row("POST", path, who);
    }

    private static void row(String method, String path, Role... who) {
        row(method, path, Set.of(who));
    }

    private static void row(String method, String path, Set<Role> who) {
        if (ROWS.put(new Route(method, path), who) != null) {
            throw new IllegalStateException("two rows for " + method + " " + path);
        }
    }

    static Set<Route> routes() {
        return ROWS.keySet();
    }

    /** Whether everybody may, without having signed in. */
    static boolean isPublic(Route route) {
        return ROWS.get(route).isEmpty();
    }

    static boolean lets(Route route, Role role) {
        return isPublic(route) || ROWS.get(route).contains(role);
    }
}
