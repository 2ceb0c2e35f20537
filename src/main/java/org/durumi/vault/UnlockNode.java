package org.durumi.vault;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Scanner;
import org.durumi.identity.session.SessionSettings;

/** {@code bin/unlock}: asks for the typed part and unlocks the node that runs on this machine. */
public final class UnlockNode {
    private static final Map<String, String> SENTENCES = Map.of(
            "unlock.wrong", "This is not the passphrase.",
            "unlock.too-often", "Too many wrong passphrases were typed. Try again in 15 minutes.",
            "unlock.files", "A key file is missing or cannot be read: the log of the application names it.",
            "unlock.first-in-the-browser",
                    "This installation has no key yet: unlock it in the browser, where the part is chosen.");

    private UnlockNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            int status = send(
                    System.getenv(), ToolKeys.typed("Passphrase: ", new Scanner(System.in, StandardCharsets.UTF_8)));
            System.exit(status);
        } catch (NoKek | IllegalArgumentException refused) {
            fail(refused.getMessage() + ".");
        } catch (IOException away) {
            fail("No node answers at the port of DURUMI_HEALTH_PORT on this machine, or session.key cannot be read.");
        }
    }

    private static int send(Map<String, String> environment, String part) throws IOException, InterruptedException {
        byte[] key = Base64.getDecoder()
                .decode(Files.readString(Path.of(ToolKeys.needed(environment, "DURUMI_KEYS_DIRECTORY"), "session.key"))
                        .strip());
        long at = Clock.systemUTC().millis();
        String form = "secret=" + URLEncoder.encode(part, StandardCharsets.UTF_8) + "&at=" + at + "&mac="
                + HexFormat.of().formatHex(SessionSettings.unlocking(key).of(part, at));
        URI node = URI.create(
                "http://127.0.0.1:" + environment.getOrDefault("DURUMI_HEALTH_PORT", "8081") + LocalUnlock.PATH);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(node)
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", ToolKeys.needed(environment, "DURUMI_BASE_URL"))
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                System.out.println("The node is unlocked.");
                return 0;
            }
            fail(SENTENCES.getOrDefault(
                    answer.body().strip(), "The node refused (status " + answer.statusCode() + "): see its log."));
            return 1;
        }
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
