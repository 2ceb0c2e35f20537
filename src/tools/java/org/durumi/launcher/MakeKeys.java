package org.durumi.launcher;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program behind {@code bin/keys}: makes the key files of an installation that are missing; that of the desk only if somebody asks for it. */
public final class MakeKeys {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERROR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private MakeKeys() {}

    public static void main(String[] arguments) {
        boolean ofTheDesk = arguments.length == 2 && arguments[1].equals("desk");
        if (arguments.length != 1 && !ofTheDesk) {
            ERROR.println("bin/keys DIRECTORY [desk]");
            System.exit(2);
        }
        try {
            Keys keys = Keys.in(Path.of(arguments[0]));
            // As Keycloak's field «JWKS» of the client durumi takes it, or that of durumi-desk.
            OUT.println("{\"keys\":[" + (ofTheDesk ? keys.publicDeskJwk() : keys.publicJwk()).toJSONString() + "]}");
        } catch (StartRefused refused) {
            ERROR.println(refused.getMessage());
            System.exit(1);
        } catch (UncheckedIOException refused) {
            ERROR.println("The directory " + arguments[0] + " cannot be written, or does not exist.");
            System.exit(1);
        }
    }
}
