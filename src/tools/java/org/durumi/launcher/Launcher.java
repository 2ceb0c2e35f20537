package org.durumi.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.durumi.setup.SetupRefused;
import org.jspecify.annotations.Nullable;

/** The program behind {@code bin/start}: starts the demo, says where it is, and stops all of it together. */
public final class Launcher {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERROR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private final long startedAt = System.nanoTime();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Launcher() {}

    public static void main(String[] arguments) {
        List<String> wishes = List.of(arguments);
        if (wishes.contains("--help") || wishes.contains("-h")) {
            OUT.print(Options.USAGE);
            return;
        }
        Launcher launcher = new Launcher();
        try {
            launcher.run(Options.parse(wishes));
        } catch (StartRefused | SetupRefused refused) {
            launcher.refuse(refused.getMessage());
        }
    }

    private void run(Options options) {
        requireJava(Runtime.version().feature());
        Pids earlier = new Pids(options.data().resolve("pids"));
        if (options.fresh()) {
            earlier.endOrphans();
            DataDirectory.forget(options.data());
        }
        DataDirectory data = DataDirectory.open(options.data());
        Demo demo = new Demo(options, new ProjectFiles(Path.of("")), data, this::tell);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "stop"));
        stopWithParent();
        demo.start();
        OUT.print(new Banner(demo, options, data).text());
        OUT.flush();
        waitForDeath(demo.firstDeath());
    }

    static void requireJava(int version) {
        if (version < 21 || version > 25) {
            throw new StartRefused("Durumi runs on Java 21 to 25, and this is Java " + version
                    + ": set JAVA_HOME to a JDK of one of these versions.");
        }
    }

    private void tell(String step) {
        OUT.printf(
                "[%3d s] %s%n", Duration.ofNanos(System.nanoTime() - startedAt).toSeconds(), step);
    }

    /** The script that called us was killed: nobody could stop us any more. */
    @SuppressWarnings("FutureReturnValueIgnored") // What follows ends everything.
    private static void stopWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(143)));
    }

    private void waitForDeath(CompletableFuture<String> death) {
        refuse(death.join());
    }

    /** Says why it ends, unless that is what was asked for. */
    private void refuse(@Nullable String sentence) {
        if (!stopping.get()) {
            ERROR.println(sentence);
            System.exit(1);
        }
    }

    private void stop(Demo demo) {
        stopping.set(true);
        if (demo.hasServers()) {
            OUT.println("Stopping.");
        }
        demo.close();
    }
}
