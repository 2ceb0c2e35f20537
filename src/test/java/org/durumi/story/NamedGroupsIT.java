package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Texts;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that show what is forbidden in a case open nothing of its alerts, and name exactly what they show. */
class NamedGroupsIT {
    private static final Set<AccessGroup> BEFORE_A_STAGE = EnumSet.of(
            AccessGroup.PARTICIPANT,
            AccessGroup.JOURNEY,
            AccessGroup.LEG,
            AccessGroup.BROKER,
            AccessGroup.RISK,
            AccessGroup.WAIVER,
            AccessGroup.TASK);

    private static final Set<AccessGroup> OF_A_QUOTE = EnumSet.of(
            AccessGroup.CASE,
            AccessGroup.ASSIGNMENT,
            AccessGroup.PARTICIPANT,
            AccessGroup.QUOTE,
            AccessGroup.BROKER,
            AccessGroup.RISK,
            AccessGroup.WAIVER);

    private static final Set<AccessGroup> BEFORE_A_WAIVER = EnumSet.of(
            AccessGroup.CASE, AccessGroup.ASSIGNMENT, AccessGroup.PARTICIPANT, AccessGroup.RISK, AccessGroup.WAIVER);

    private static final Set<AccessGroup> OF_A_CLAIM =
            EnumSet.of(AccessGroup.PARTICIPANT, AccessGroup.CLAIM, AccessGroup.SOURCE);

    private static final Set<AccessGroup> OF_THE_HEAD =
            EnumSet.of(AccessGroup.CASE, AccessGroup.ASSIGNMENT, AccessGroup.PARTICIPANT, AccessGroup.RISK);

    private static final Set<AccessGroup> OF_PEOPLE =
            and(OF_THE_HEAD, AccessGroup.JOURNEY, AccessGroup.GROUP, AccessGroup.RELATIONSHIP, AccessGroup.RELATIVE);

    private static final Set<AccessGroup> OF_THE_ROUTE = and(OF_THE_HEAD, AccessGroup.JOURNEY, AccessGroup.LEG);

    private static final Set<AccessGroup> OF_NOTES = and(OF_THE_HEAD, AccessGroup.NOTE);

    private static final Set<AccessGroup> OF_NAMES = EnumSet.of(AccessGroup.PARTICIPANT, AccessGroup.NAME);

    private final Scene scene = Scene.of("haneul");
    private final Caller haneul = Caller.signedIn("haneul");
    private final Caller seo = Caller.signedIn("seo");

    @BeforeEach
    void everybody_reads_english() {
        haneul.post("/language", "language", "en", "back", "/");
        seo.post("/language", "language", "en", "back", "/");
    }

    private record Named(Caller reader, String path, String query, Set<AccessGroup> groups) {}

    private List<Named> pages() {
        return List.of(
                new Named(haneul, "/cases/{number}/stages/new", "?for%5B%5D=A&stage=CONTACT_LOST", BEFORE_A_STAGE),
                new Named(haneul, "/cases/{number}/quotes/{id}", "", OF_A_QUOTE),
                new Named(seo, "/cases/{number}/quotes/{id}", "", OF_A_QUOTE),
                new Named(seo, "/cases/{number}/waivers/departures/{participant}", "", BEFORE_A_WAIVER),
                new Named(seo, "/cases/{number}/waivers/quotes/{quote}", "", BEFORE_A_WAIVER),
                new Named(haneul, "/cases/{number}/requests/waiver", "", BEFORE_A_WAIVER),
                new Named(seo, "/cases/{number}/requests/{id}", "", and(BEFORE_A_WAIVER, AccessGroup.REQUEST)),
                new Named(seo, "/cases/{number}/claims/{id}/judgement", "", OF_A_CLAIM),
                new Named(seo, "/cases/{number}/people", "", OF_PEOPLE),
                new Named(seo, "/cases/{number}/route", "", OF_THE_ROUTE),
                new Named(seo, "/cases/{number}/notes", "", OF_NOTES),
                new Named(seo, "/cases/{number}/files", "", and(OF_THE_HEAD, AccessGroup.FILE)),
                new Named(seo, "/cases/{number}/tasks", "", and(OF_THE_HEAD, AccessGroup.TASK)),
                new Named(
                        haneul,
                        "/cases/{number}/notes/{id}",
                        "",
                        EnumSet.of(AccessGroup.PARTICIPANT, AccessGroup.NOTE)),
                new Named(haneul, "/cases/{number}/about/change", "", EnumSet.of(AccessGroup.CASE)),
                new Named(haneul, "/cases/{number}/names", "", OF_NAMES));
    }

    @Test
    void a_page_names_what_it_shows_and_no_more() throws SQLException {
        for (Named page : pages()) {
            String before = Intake.value("select max(id) from access_entry");

            assertEquals(200, get(page), page.path());

            assertEquals(page.groups(), groupsAfter(Long.parseLong(before)), page.path());
        }
    }

    @Test
    void what_is_forbidden_is_shown_without_opening_a_text_of_an_alert() throws SQLException {
        Route alert = new Route("GET", "/cases/{number}/alerts/{alert}");
        assertEquals(200, haneul.get(scene.address(alert)).status());
        List<String> whole = Intake.rows(
                "select id, encode(sealed_state, 'hex') from risk_alert"
                        + " where case_id = (select id from case_file where number = ?) and acted_at is not null",
                scene.number());
        try {
            for (String row : whole) {
                change(row.split(" ")[0], "00");
            }
            assertTrue(says(haneul.get(scene.address(alert)), "changed-outside.entry"), "a damaged text opened");
            for (Named page : pages()) {
                assertEquals(200, get(page), page.path());
            }
        } finally {
            for (String row : whole) {
                change(row.split(" ")[0], row.split(" ")[1]);
            }
        }
        assertEquals(200, haneul.get(scene.address(alert)).status());
    }

    private static Set<AccessGroup> and(Set<AccessGroup> some, AccessGroup... others) {
        Set<AccessGroup> all = EnumSet.copyOf(some);
        all.addAll(List.of(others));
        return all;
    }

    private static boolean says(Caller.Answer page, String key) {
        return page.text().contains(new Texts(Locale.ENGLISH, ZoneOffset.UTC).text(key));
    }

    private int get(Named page) {
        return page.reader()
                .get(scene.address(new Route("GET", page.path())) + page.query())
                .status();
    }

    private Set<AccessGroup> groupsAfter(long entry) throws SQLException {
        return Intake.rows(
                        "select distinct unnest(field_groups) from access_entry where id > ? and ? = any (case_refs)",
                        entry,
                        scene.number())
                .stream()
                .map(AccessGroup::valueOf)
                .collect(Collectors.toSet());
    }

    private static void change(String alert, String hex) throws SQLException {
        try (Connection superuser = Stack.running().asSuperuser();
                PreparedStatement change = superuser.prepareStatement(
                        "update risk_alert set sealed_state = decode(?, 'hex') where id = ?::uuid")) {
            change.setString(1, hex);
            change.setString(2, alert);
            change.executeUpdate();
        }
    }
}
