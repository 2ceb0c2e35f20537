package org.durumi.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.durumi.jdbc.StatementFailed;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.VisibleText;
import org.jspecify.annotations.Nullable;

/** {@code bin/rotate-keys}: moves everything to the newest key-encryption key, or single cases to new keys of their own. */
public final class RotateKeys {
    private static final int CHUNK = 200;
    private static final String NEW_PASSPHRASE = "--new-passphrase";

    /** A request that has read a case's older key is over after this. */
    private static final long LONGEST_REQUEST_MILLIS = 30_000;

    private RotateKeys() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            System.err.println("bin/rotate-keys kek [--new-passphrase] | bin/rotate-keys NUMBER-OF-A-CASE…");
            System.exit(2);
        }
        Map<String, String> environment = System.getenv();
        try (Connection database = DriverManager.getConnection(
                ToolKeys.needed(environment, "DURUMI_DATABASE_URL"),
                environment.getOrDefault("DURUMI_ROTATE_DATABASE_USER", "durumi_rotate"),
                ToolKeys.needed(environment, "DURUMI_ROTATE_DATABASE_PASSWORD"))) {
            if (List.of(arguments).contains(NEW_PASSPHRASE)) {
                requireStopped(database);
            }
            Rotation rotation = new Rotation(database, keks(ToolKeys.source(environment), List.of(arguments)), CHUNK);
            if (arguments[0].equals("kek")) {
                wrapAll(rotation);
            } else {
                renew(rotation, cases(arguments));
            }
        } catch (NoKek | WillNotOpen | IllegalArgumentException refused) {
            System.err.println("Nothing more was changed: " + refused.getMessage());
            System.exit(1);
        } catch (SQLException failed) {
            refused(failed.getSQLState());
        } catch (StatementFailed failed) {
            refused(failed.sqlState());
        }
    }

    /** A node that runs would go on with the older part. */
    private static void requireStopped(Connection database) {
        List<Nodes.Node> running = Nodes.running(Statements.on(database));
        if (!running.isEmpty()) {
            throw new NoKek("stop the application first, it runs as "
                    + running.stream().map(Nodes.Node::name).collect(Collectors.joining(", "))
                    + "; a node that was killed is forgotten after a minute");
        }
    }

    private static void refused(@Nullable String sqlState) {
        System.err.println(
                "The database refused or is away (" + sqlState + "). What was moved stays moved: start it again.");
        System.exit(1);
    }

    private static void wrapAll(Rotation rotation) throws SQLException {
        rotation.begin();
        int moved = 0;
        for (int some = rotation.wrapSome(); some > 0; some = rotation.wrapSome()) {
            moved += some;
        }
        System.out.println(
                moved + " keys of cases are wrapped anew. The older key-encryption keys open nothing any more.");
    }

    private static void renew(Rotation rotation, List<CaseNumber> numbers) throws SQLException, InterruptedException {
        for (CaseNumber number : numbers) {
            rotation.begin(number);
            int moved = 0;
            for (int some = rotation.resealSome(number); some > 0; some = rotation.resealSome(number)) {
                moved += some;
            }
            System.out.println(number + ": " + moved + " values are sealed anew.");
        }
        System.out.println("Waiting until nobody reads with an older key.");
        Thread.sleep(LONGEST_REQUEST_MILLIS);
        for (CaseNumber number : numbers) {
            rotation.finish(number);
        }
        System.out.println("The older keys of these cases are gone.");
    }

    private static List<CaseNumber> cases(String[] arguments) {
        List<CaseNumber> numbers = new ArrayList<>();
        for (String each : arguments) {
            numbers.add(new CaseNumber(each));
        }
        return numbers;
    }

    private static SortedMap<Integer, VersionedKey> keks(KekSource source, List<String> arguments) {
        Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
        SortedMap<Integer, VersionedKey> keks =
                source.keys(source.isTyped() ? ToolKeys.typed("Passphrase: ", lines) : "");
        if (arguments.contains(NEW_PASSPHRASE)) {
            int newest = keks.lastKey();
            keks.put(newest, source.keys(chosen(lines)).get(newest));
        }
        return keks;
    }

    /** The part that opens everything from now on. A slip of the hand would lose every text for ever. */
    private static String chosen(Scanner lines) {
        String part = ToolKeys.typed("New passphrase: ", lines);
        if (VisibleText.length(part) < UnlockService.SHORTEST_PART) {
            throw new NoKek("the new passphrase has fewer than " + UnlockService.SHORTEST_PART + " characters");
        }
        if (!part.equals(ToolKeys.typed("New passphrase again: ", lines))) {
            throw new NoKek("the new passphrase was typed in two ways");
        }
        return part;
    }
}
