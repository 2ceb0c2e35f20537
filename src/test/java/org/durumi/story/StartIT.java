package org.durumi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.launcher.DemoPostgres;
import org.durumi.launcher.Keys;
import org.durumi.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation started with the line of docs/operations.md: its port opens when it answers, or it ends and says why. */
class StartIT {
    private static final String DATABASE = "durumi_started";
    private static final Pattern LINE =
            Pattern.compile("^java (.*?-jar durumi-start.jar.*?)$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path WAR = Path.of("target/durumi.war");
    private static final long LONGEST_SECONDS = 120;

    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();
    private Path war = WAR;
    private int port;
    private Path log = Path.of("");

    @BeforeEach
    void an_installation() throws IOException {
        DemoPostgres postgres = Stack.withDatabase().postgres();
        postgres.prepareDurumi(DATABASE, Path.of("config/postgres/roles.sql"));
        Path keys = Stack.withDatabase().keys();
        Keys.in(keys);
        port = freePort();
        log = Files.createTempFile(Stack.directory(), "start", ".log");
        environment.putAll(Map.of(
                "DURUMI_BASE_URL", "https://durumi.example.org",
                "DURUMI_ZONE", "Asia/Seoul",
                "DURUMI_DEMO", "false",
                "DURUMI_LEAVE_ADDRESS", "https://www.example.org/",
                "DURUMI_OIDC_ISSUER", "https://id.example.org/realms/durumi",
                "DURUMI_OIDC_CLIENT_ID", "durumi",
                "DURUMI_KEYS_DIRECTORY", keys.toString(),
                "DURUMI_HEALTH_PORT", Integer.toString(freePort()),
                "DURUMI_DATABASE_URL", postgres.url(DATABASE)));
        as("DURUMI", DemoPostgres.APPLICATION);
        as("DURUMI_LOG", DemoPostgres.LOG);
        as("DURUMI_JOB", DemoPostgres.JOB);
        as("DURUMI_ERASE", DemoPostgres.ERASURE);
    }

    @AfterEach
    void nothing_is_left() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void the_port_opens_when_the_application_answers() throws Exception {
        Process process = start();

        while (!answers()) {
            assertTrue(process.isAlive(), this::said);
            Thread.onSpinWait();
        }
        HttpResponse<String> first = get();
        assertEquals(200, first.statusCode(), first::body);
        assertTrue(first.body().contains("Durumi"), first::body);
        assertFalse(first.body().contains("Payara"), first::body);
    }

    @Test
    void a_variable_that_is_missing_ends_it_and_is_named() throws Exception {
        environment.remove("DURUMI_OIDC_ISSUER");
        assertEnds("the environment variable DURUMI_OIDC_ISSUER is missing: see docs/operations.md.");
    }

    @Test
    void a_wrong_password_ends_it_and_its_variable_is_named() throws Exception {
        environment.put("DURUMI_LOG_DATABASE_PASSWORD", "not this one");
        assertEnds(
                "the database refuses the role of DURUMI_LOG_DATABASE_USER: look at it and at DURUMI_LOG_DATABASE_PASSWORD.");
    }

    @Test
    void a_database_that_is_away_or_empty_ends_it() throws Exception {
        environment.put("DURUMI_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + freePort() + "/durumi");
        assertEnds("no database answers at DURUMI_DATABASE_URL.");
        environment.put("DURUMI_DATABASE_URL", Stack.withDatabase().postgres().url("durumi_never_made"));
        assertEnds("there is no such database as DURUMI_DATABASE_URL names.");
    }

    @Test
    void an_application_that_cannot_be_deployed_ends_it_and_the_port_stays_shut() throws Exception {
        war = Files.createTempFile(Stack.directory(), "broken", ".war");
        Files.copy(WAR, war, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem parts = FileSystems.newFileSystem(war);
                Stream<Path> libraries = Files.list(parts.getPath("WEB-INF/lib"))) {
            Files.delete(libraries
                    .filter(each -> each.getFileName().toString().startsWith("hibernate-core"))
                    .findFirst()
                    .orElseThrow());
        }
        assertEnds("the server does not take the application; its messages above say why.");
    }

    private void assertEnds(String sentence) throws Exception {
        Process process = start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            assertFalse(answers(), "nobody may come in");
            assertTrue(System.nanoTime() < end, this::said);
        }
        assertEquals(1, process.exitValue(), this::said);
        List<String> lines = Files.readAllLines(log);
        assertEquals("Durumi does not start: " + sentence, lines.get(lines.size() - 1));
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(documented());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DURUMI_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** What the documentation tells an administrator to type after «java», with the files of this build and a port of ours. */
    private List<String> documented() throws IOException {
        Matcher line =
                LINE.matcher(Files.readString(Path.of("docs/operations.md")).replace("\\\n", " "));
        assertTrue(line.find(), "docs/operations.md says how to start");
        return Arrays.stream(line.group(1).strip().split("\\s+"))
                .map(word -> switch (word) {
                    case "durumi-start.jar" -> "target/servers/durumi-start.jar";
                    case "durumi.war" -> war.toString();
                    case "8080" -> Integer.toString(port);
                    default -> word;
                })
                .toList();
    }

    private void as(String prefix, String role) {
        environment.put(prefix + "_DATABASE_USER", role);
        environment.put(
                prefix + "_DATABASE_PASSWORD", Stack.withDatabase().postgres().password(role));
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException shut) {
            return false;
        }
    }

    private HttpResponse<String> get() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String said() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n",
                    IntStream.range(Math.max(0, lines.size() - 20), lines.size())
                            .mapToObj(lines::get)
                            .toList());
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
