package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.durumi.launcher.Demo;
import org.durumi.launcher.DemoPostgres;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing that people type leaks sideways. A text that stands nowhere else goes into every field of every form, everybody
 * looks at every page, much goes wrong on purpose; then the text is searched for wherever it must not be.
 */
class CanaryIT {
    /** The text as it may come to lie somewhere, byte for byte: a part of it in every encoding that a log or a table uses. */
    private static final Map<String, byte[]> TRACES = traces();

    private static final Map<String, Walk> WALKS = new LinkedHashMap<>();

    @BeforeAll
    static void the_story_is_told_and_everybody_looks_at_everything() throws SQLException {
        Scene scene = Scene.of("haneul");
        for (String account : List.of("haneul", "yun", "seo", "ohjin", "admin")) {
            Caller caller = Caller.signedIn(account);
            Walk walk = Walk.of(caller, scene);
            WALKS.put(account, walk);
            RouteTable.routes().stream()
                    .filter(route -> !RouteTable.OF_THE_SIGN_IN.contains(route))
                    .forEach(route -> goesWrong(caller, scene, route));
            walk.pages().values().stream()
                    .filter(page -> page.header("Content-Type").startsWith("text/html"))
                    .flatMap(page -> Form.on(page).stream())
                    .filter(Form::post)
                    .forEach(form -> refused(caller, form));
        }
        String earlier = Caller.signedIn("haneul").token();
        Caller haneul = Caller.signedIn("haneul");
        keptForLater(haneul, scene, earlier);
        brokenWithinTheDatabase(haneul, scene);
        haneul.get("/sign-in/callback?state=" + encoded() + "&code=" + encoded());
        haneul.post("/sign-out");
    }

    /** The text at every place of a request where it is wrong. */
    private static void goesWrong(Caller caller, Scene scene, Route route) {
        String address = scene.address(route);
        String text = Mark.STEM;
        caller.get(address + "?x=" + encoded() + "&stage=" + encoded() + "&page=" + encoded());
        caller.get(address + "/" + encoded());
        caller.get(address.replace(scene.number(), encoded()));
        caller.send(caller.request(address).GET().setHeader("Accept", "x/" + encoded()));
        if (route.changes() && !RouteTable.OF_ONE_BUTTON.contains(route)) {
            caller.post(address, "version", text, "once", text, "participant", text, "stage", text);
            caller.post(address + "?stage=" + encoded() + "&end=" + encoded(), "reason", text);
            caller.send(caller.form(address, "token=x&reason=" + encoded()));
            caller.send(caller.form(address, "reason=" + encoded() + "%zz"));
            caller.send(caller.form(address, encoded()).setHeader("Content-Type", "text/plain"));
            caller.send(caller.form(address, "reason=" + encoded().repeat(1000)));
        }
    }

    /** The text in every field, with a character that no field takes, and as if somebody else had been faster. */
    private static void refused(Caller caller, Form form) {
        if (form.texts().isEmpty()) {
            return;
        }
        assertEquals(
                422,
                caller.post(form.action(), form.filled(Map.of(), field -> Mark.STEM + "\u0007"))
                        .status());
        if (form.fields().stream().anyMatch(each -> each.name().equals("version"))) {
            assertEquals(
                    422,
                    caller.post(form.action(), form.filled(Map.of("version", "99"), field -> Mark.STEM))
                            .status());
        }
    }

    /** A form of a session that has ended, which waits for its sender. */
    private static void keptForLater(Caller caller, Scene scene, String earlier) {
        String address = "/cases/" + scene.number() + "/attempts/new";
        Caller.Answer kept = caller.send(caller.form(address, "token=" + earlier + "&consequences=" + encoded()));
        assertTrue(kept.header("Location").contains("/kept-forms/"), "the form is kept");
    }

    /** A failure whose message might quote what was to be stored. */
    private static void brokenWithinTheDatabase(Caller caller, Scene scene) throws SQLException {
        try (Connection all = Tables.connection(Demo.DATABASE);
                Statement change = all.createStatement()) {
            change.execute("revoke insert on attempt from " + DemoPostgres.APPLICATION);
            try {
                Form form = Form.on(caller.get("/cases/" + scene.number() + "/attempts/new")).stream()
                        .filter(Form::post)
                        .findFirst()
                        .orElseThrow();
                Caller.Answer answer = caller.post(form.action(), form.filled(Map.of(), field -> Mark.STEM));
                assertEquals(500, answer.status());
                Document page = answer.document();
                page.select("#typed").remove();
                assertFalse(page.html().contains(Mark.STEM), "but for what its sender gets back");
            } finally {
                change.execute("grant insert on attempt to " + DemoPostgres.APPLICATION);
            }
            change.execute("alter table attempt add constraint never check (id is null) not valid");
            try {
                Form form = Form.on(caller.get("/cases/" + scene.number() + "/attempts/new")).stream()
                        .filter(Form::post)
                        .findFirst()
                        .orElseThrow();
                assertEquals(
                        500,
                        caller.post(form.action(), form.filled(Map.of(), field -> Mark.STEM))
                                .status());
            } finally {
                change.execute("alter table attempt drop constraint never");
            }
        }
    }

    @Test
    void no_log_and_no_file_of_the_servers_holds_it() throws IOException {
        Path data = Stack.running().log().getParent();
        List<String> found = new ArrayList<>();
        int searched = 0;
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(tracesIn(read(file), data.relativize(file).toString()));
                searched++;
            }
        }
        assertEquals(List.of(), found);
        assertTrue(searched > 20, "the files were found");
        for (String log : List.of("payara.log", "keycloak.log", "postgresql.log")) {
            assertTrue(Files.size(Stack.running().log().resolve(log)) > 0, log);
        }
    }

    @Test
    void the_log_says_that_something_failed_all_the_same() throws IOException {
        String log = Files.readString(Stack.running().log().resolve("payara.log"), StandardCharsets.UTF_8);
        assertTrue(log.matches("(?s).*request [0-9a-f-]{36} failed: .*SQLException.*"), "the failures are in the log");
    }

    @Test
    void whoever_works_on_the_case_reads_it_so_that_the_search_does_find() {
        for (String account : List.of("haneul", "seo")) {
            Caller.Answer page = WALKS.get(account)
                    .pages()
                    .get("/cases/" + Scene.of("haneul").number());
            assertEquals(
                    3,
                    tracesIn(page.response().body(), "").stream()
                            .filter(each -> !each.contains("read wrongly"))
                            .count());
        }
    }

    @Test
    void the_auditor_and_the_administrator_see_nothing_of_a_case() {
        for (String account : List.of("ohjin", "admin")) {
            WALKS.get(account).pages().forEach((address, page) -> {
                // Nor are these of a case: what is usually paid, and why the organisation decided something.
                if (!address.startsWith("/norm-prices") && !address.startsWith("/settings/")) {
                    assertEquals(List.of(), tracesIn(page.response().body(), address), account);
                }
            });
        }
    }

    @Test
    void no_address_that_a_page_leads_to_holds_it() {
        WALKS.values()
                .forEach(walk -> walk.pages().forEach((address, page) -> {
                    List<String> links = Walk.links(page)
                            .filter(link -> !tracesIn(link.getBytes(StandardCharsets.UTF_8), "")
                                    .isEmpty())
                            .toList();
                    assertEquals(List.of(), links, address);
                }));
    }

    @Test
    void no_table_of_any_database_holds_it() throws SQLException {
        List<String> found = new ArrayList<>();
        for (String database : List.of(Demo.DATABASE, "keycloak", "postgres")) {
            try (Connection all = Tables.connection(database);
                    Statement select = all.createStatement()) {
                for (String table : Tables.names(all)) {
                    List<String> rows = new ArrayList<>();
                    try (ResultSet row = select.executeQuery("select each::text from " + table + " each")) {
                        while (row.next()) {
                            rows.add(row.getString(1));
                        }
                    }
                    byte[] dump = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
                    found.addAll(tracesIn(dump, database + "." + table));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static Map<String, byte[]> traces() {
        Map<String, byte[]> traces = new LinkedHashMap<>();
        String hangul = Mark.STEM.substring(0, 3);
        String hanja = Mark.STEM.substring(3, 6);
        String latin = Mark.STEM.substring(6);
        for (String part : List.of(hangul, hanja, latin)) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            traces.put(part, utf8);
            traces.put(part + " in UTF-16", part.getBytes(StandardCharsets.UTF_16BE));
            traces.put(part + " in UTF-16, low byte first", part.getBytes(StandardCharsets.UTF_16LE));
            String hex = HexFormat.of().formatHex(utf8);
            traces.put(part + " in hexadecimal", hex.getBytes(StandardCharsets.US_ASCII));
            traces.put(
                    part + " as UTF-8 read wrongly",
                    new String(utf8, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
        }
        for (String part : List.of(hangul, hanja)) {
            String address = URLEncoder.encode(part, StandardCharsets.UTF_8);
            traces.put(part + " in an address", address.getBytes(StandardCharsets.US_ASCII));
            String small = address.toLowerCase(Locale.ROOT);
            traces.put(part + " in an address of small letters", small.getBytes(StandardCharsets.US_ASCII));
            String escaped = "\\u" + HexFormat.of().withUpperCase().toHexDigits(part.charAt(0));
            traces.put(part + " escaped", escaped.getBytes(StandardCharsets.US_ASCII));
            traces.put(part + " escaped small", escaped.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        }
        return traces;
    }

    private static List<String> tracesIn(byte[] content, String where) {
        // One character for each byte: the search of strings then searches bytes.
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        return TRACES.entrySet().stream()
                .filter(trace -> bytes.contains(new String(trace.getValue(), StandardCharsets.ISO_8859_1)))
                .map(trace -> trace.getKey() + " in " + where)
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            // A server removed it between the listing and the reading.
            return new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String encoded() {
        return URLEncoder.encode(Mark.STEM, StandardCharsets.UTF_8);
    }
}
