package org.durumi.vault;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Scanner;
import java.util.SortedMap;
import org.durumi.jdbc.Statements;
import org.durumi.mac.Macs;

/** The keys of an installation for a program that an administrator starts beside the application. */
public final class ToolKeys {
    private ToolKeys() {}

    /**
     * The MACs of this installation. Asks for what somebody must type of the key-encryption key.
     *
     * @param environment the variables of the application that name its keys
     * @throws NoKek if a variable is missing, or the key-encryption key is missing or another installation's
     */
    public static Macs macs(Map<String, String> environment, Statements database) {
        return macs(environment, database, new Scanner(System.in, StandardCharsets.UTF_8));
    }

    /**
     * The same for a program that asks for something else too.
     *
     * @param lines what is typed
     * @throws NoKek as above
     */
    public static Macs macs(Map<String, String> environment, Statements database, Scanner lines) {
        KekSource source = source(environment);
        SortedMap<Integer, VersionedKey> keks = source.keys(source.isTyped() ? typed("Passphrase: ", lines) : "");
        List<WrappedOrganisationKey> stored = WrappedOrganisationKey.all(database);
        if (stored.isEmpty()) {
            throw new NoKek("this installation has no key yet: start the application once");
        }
        WrappedOrganisationKey first = stored.get(0);
        if (!keks.containsKey(first.kekVersion())) {
            throw new NoKek("the key-encryption key of version " + first.kekVersion() + " is missing");
        }
        try {
            return new OrganisationMacs(first.unwrap(Objects.requireNonNull(keks.get(first.kekVersion()))));
        } catch (WillNotOpen another) {
            throw new NoKek("the key-encryption key is not the one of this database");
        }
    }

    static KekSource source(Map<String, String> environment) {
        return KekSource.of(
                environment.getOrDefault("DURUMI_KEK_SOURCE", "file"),
                Path.of(needed(environment, "DURUMI_KEYS_DIRECTORY")),
                Optional.ofNullable(environment.get("CREDENTIALS_DIRECTORY")).map(Path::of));
    }

    @SuppressWarnings("SystemConsoleNull") // Where the JDK makes a console of any input, it reads the same lines.
    static String typed(String question, Scanner lines) {
        Console console = System.console();
        return console == null ? lines.nextLine() : new String(console.readPassword(question));
    }

    /** What somebody answers; nothing if nobody is there. */
    @SuppressWarnings("SystemConsoleNull") // as above
    public static String answer(String question, Scanner lines) {
        Console console = System.console();
        if (console != null) {
            return Objects.requireNonNullElse(console.readLine("%s", question), "");
        }
        System.out.print(question);
        System.out.flush();
        return lines.hasNextLine() ? lines.nextLine() : "";
    }

    /**
     * A setting without which the program cannot work.
     *
     * @throws NoKek if it is missing
     */
    public static String needed(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new NoKek("the environment variable " + name + " is missing: see docs/operations.md");
        }
        return value;
    }
}
