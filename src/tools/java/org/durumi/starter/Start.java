package org.durumi.starter;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.ExplodedURLClassloader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the application: asks first whether it can work, and opens its ports when it answers. Without it there is no server:
 * nobody sees a page of the server's own, and whoever watches the process sees it end with code 1 and a sentence.
 */
public final class Start {
    private static final String USAGE =
            "java -jar durumi-start.jar --war FILE [--port N] [--rootdir DIRECTORY]: see docs/operations.md";

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.";

    private static final String NOT_TAKEN = "the server does not take the application; its messages above say why.";

    private Start() {}

    public static void main(String[] arguments) {
        try {
            Map<String, String> options = options(arguments);
            Path war = war(options);
            Variables variables = new Variables(System.getenv());
            variables.require();
            new Database(variables).require(war);
            serve(options, war, variables.healthPort());
        } catch (NotStarted refused) {
            System.err.println("Durumi does not start: " + refused.getMessage());
            // What the server would do in order is not worth a wait: nobody has been let in.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void serve(Map<String, String> options, Path war, int healthPort) {
        System.setProperty("payaramicro.disablePhoneHome", "true");
        PayaraMicroBoot server = unpacked(options);
        // Not without a cluster too: that would win, and the data grid would listen on every interface.
        server.setNoHazelcast(true);
        server.setHttpPort(port(options));
        if (options.containsKey("--rootdir")) {
            server.setRootDir(Path.of(options.get("--rootdir")).toFile());
        }
        server.setPreBootHandler(commands -> {
            run(commands, "preboot.asadmin");
            open(commands, "http-listener", false);
            open(commands, "health", false);
        });
        AdminCommandRunner[] commands = new AdminCommandRunner[1];
        ClassLoader loader;
        server.setPostBootHandler(started -> {
            run(started, "postboot.asadmin");
            commands[0] = started;
        });
        try {
            PayaraMicroRuntime runtime = server.bootStrap();
            loader = runtime.getClass().getClassLoader();
            if (!runtime.deploy("durumi", "/", war.toFile())) {
                throw new NotStarted(NOT_TAKEN);
            }
        } catch (BootstrapException failed) {
            throw new NotStarted("the server cannot be started; its messages above say why.", failed);
        }
        open(commands[0], "health", true);
        requireAnswer(healthPort);
        open(commands[0], "http-listener", true);
        OddAddresses.lead(loader);
        System.out.println("Durumi answers.");
    }

    /**
     * The server with its libraries unpacked, as its own command has it: as files within its file each search for a class goes
     * through all of them, and the start takes twice as long.
     */
    private static PayaraMicroBoot unpacked(Map<String, String> options) {
        try {
            ClassLoader libraries = options.containsKey("--rootdir")
                    ? new ExplodedURLClassloader(
                            Path.of(options.get("--rootdir")).toFile())
                    : new ExplodedURLClassloader();
            Thread.currentThread().setContextClassLoader(libraries);
            return (PayaraMicroBoot) libraries
                    .loadClass("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("getInstance")
                    .invoke(null);
        } catch (IOException | ReflectiveOperationException failed) {
            throw new NotStarted("the server cannot be unpacked: is there room on the disk?", failed);
        }
    }

    /** The server may say that it took an application of which it deployed nothing. */
    private static void requireAnswer(int healthPort) {
        URI live = URI.create("http://127.0.0.1:" + healthPort + "/health/live");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question =
                    HttpRequest.newBuilder(live).timeout(Duration.ofSeconds(30)).build();
            if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return;
            }
        } catch (IOException nothing) {
            throw new NotStarted("the application does not answer at the port of DURUMI_HEALTH_PORT.", nothing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new NotStarted(NOT_TAKEN);
    }

    private static void open(AdminCommandRunner commands, String listener, boolean open) {
        run(commands, List.of("set", LISTENER + listener + ".enabled=" + open));
    }

    /** The commands of a file beside this class. */
    private static void run(AdminCommandRunner commands, String file) {
        try (InputStream text = Start.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file);
            }
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> run(commands, List.of(line.split(" "))));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    private static void run(AdminCommandRunner commands, List<String> command) {
        ClusterCommandResult result =
                commands.run(command.get(0), command.subList(1, command.size()).toArray(String[]::new));
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            throw new NotStarted("the server does not know how to " + String.join(" ", command) + ".");
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!List.of("--war", "--port", "--rootdir").contains(arguments[i]) || i + 1 == arguments.length) {
                throw new NotStarted("there is no option " + Arrays.toString(arguments) + ". " + USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static Path war(Map<String, String> options) {
        Path war = Path.of(options.getOrDefault("--war", "durumi.war"));
        if (!Files.isReadable(war)) {
            throw new NotStarted("the file " + war + " of --war cannot be read. " + USAGE);
        }
        return war;
    }

    private static int port(Map<String, String> options) {
        try {
            return Integer.parseInt(options.getOrDefault("--port", "8080"));
        } catch (NumberFormatException text) {
            throw new NotStarted("--port is followed by no number.", text);
        }
    }
}
