package org.durumi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.durumi.launcher.DataDirectory;

/**
 * The program behind {@code bin/month}: a month passes in minutes while people work by the pages and the application is killed again and
 * again; then what others were told is compared with what people did.
 */
public final class Month {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Month() {}

    public static void main(String[] arguments) throws Exception {
        Optional<MonthOptions> options = MonthOptions.read(List.of(arguments));
        if (options.isEmpty()) {
            OUT.print(MonthOptions.USAGE);
            System.exit(2);
        }
        Path directory = Path.of("target", "month");
        DataDirectory.forget(directory);
        long begin = System.nanoTime();
        boolean fine;
        try (MonthMail mail = new MonthMail();
                MonthNode node = MonthNode.withDatabase(directory, options.get().port(), mail)) {
            Thread stop = new Thread(node::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            MonthCourse month = new MonthCourse(options.get(), node, mail);
            month.pass();
            fine = new MonthReport(options.get(), node, mail, month, OUT)
                    .print(Duration.ofNanos(System.nanoTime() - begin));
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        System.exit(fine ? 0 : 1);
    }
}
