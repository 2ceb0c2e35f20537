package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.durumi.stack.Browser;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.durumi.stack.Visit;
import org.junit.jupiter.api.Test;

/** What the organisation decides for itself, and how the installation is. */
class SettingsPageIT {
    private static final String QUIET = "/settings/QUIET_FROM";

    @Test
    void an_administrator_decides_and_everybody_sees_who_did_and_why() throws Exception {
        Caller admin = english("admin");
        Caller moon = english("moon");
        String before = seen(moon);
        int now = 22;
        assertEquals(
                303,
                decides(admin, Integer.toString(now), seen(admin), "The office is asleep.")
                        .status());

        assertTrue(admin.get("/settings").document().text().contains("from " + now + ":00"));
        String page = moon.get(QUIET).document().text();
        assertTrue(page.contains("The office is asleep.") && page.contains("admin"), page);
        assertTold(decides(moon, "5", before, "I saw another."), "Somebody else has changed this");
        assertTold(decides(moon, "24", seen(moon), "Too much."), "from 0 to 23");
        assertTold(decides(moon, "ten", seen(moon), "No number."), "number");
        assertTold(decides(moon, "9", seen(moon), "All day."), "that is more than 12 hours");
        assertTold(decides(moon, Integer.toString(now), seen(moon), "The same."), "That counts already.");
        assertEquals(404, moon.get("/settings/NOTHING").status());
        assertEquals(
                List.of("CONFIGURATION DONE {SETTING}"),
                Intake.rows("select action, outcome, field_groups from access_entry where field_groups = '{SETTING}'"
                        + " and action = 'CONFIGURATION' order by id desc limit 1"));

        try (Connection superuser = Stack.running().asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("delete from setting where name = 'QUIET_FROM'");
        }
    }

    @Test
    void nobody_else_reads_or_decides() {
        for (String account : List.of("haneul", "seo", "ohjin")) {
            Caller caller = english(account);
            for (String page : List.of("/settings", QUIET, "/installation")) {
                assertEquals(404, caller.get(page).status(), account + " at " + page);
            }
            assertEquals(404, decides(caller, "3", "0", "I may not.").status(), account);
        }
    }

    @Test
    void the_state_of_the_installation_names_no_machine_no_path_and_nobody() throws Exception {
        Caller admin = english("admin");
        String state = admin.get("/installation").document().select("main").text();
        assertTrue(state.contains("1 of 1 servers are unlocked"), state);
        assertTrue(
                state.contains("PostgreSQL") && state.contains(Runtime.version().toString()), state);
        assertTrue(state.contains("no program has said that it made one"), state);
        for (String secret : List.of(
                InetAddress.getLocalHost().getHostName(), Stack.running().keys().toString(), "haneul", "/tmp")) {
            assertFalse(state.contains(secret), secret);
        }

        Path marker = Stack.running().keys().resolveSibling("last-backup");
        Files.writeString(marker, "");
        try {
            assertTrue(verdict(admin, "Last backup").contains("fine"));
            Files.setLastModifiedTime(marker, FileTime.from(Instant.now().minusSeconds(3 * 24 * 3600)));
            assertTrue(verdict(admin, "Last backup").contains("look at it"));
            Files.setLastModifiedTime(marker, FileTime.from(Instant.now().minusSeconds(8 * 24 * 3600)));
            assertTrue(verdict(admin, "Last backup").contains("act"));
        } finally {
            Files.delete(marker);
        }
    }

    @Test
    void the_pages_are_read_in_both_languages() {
        try (Browser browser = Browser.open();
                Visit visit = browser.signedIn("admin")) {
            for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                for (String page : List.of("/settings", "/settings/ERASURE_PAUSE", "/installation")) {
                    visit.open(page);
                    visit.speak(language);
                    visit.assertAccessible();
                    visit.screenshot(page.replaceAll("[^a-z]+", "-").substring(1) + language);
                }
            }
            visit.assertNoComplaints();
        }
    }

    private static Caller.Answer decides(Caller who, String value, String seen, String why) {
        return who.post(QUIET, "version", seen, "value", value, "why", why);
    }

    private static String seen(Caller who) {
        return who.get(QUIET).document().expectFirst("[name=version]").val();
    }

    private static String verdict(Caller admin, String what) {
        return admin.get("/installation").document().select("tr").stream()
                .filter(row -> row.select("th").text().equals(what))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Caller english(String account) {
        Caller caller = Caller.signedIn(account);
        caller.post("/language", "language", "en", "back", "/");
        return caller;
    }

    private static void assertTold(Caller.Answer answer, String told) {
        assertEquals(422, answer.status());
        String errors = answer.document().select(".errors").text();
        assertTrue(errors.contains(told), errors);
    }
}
