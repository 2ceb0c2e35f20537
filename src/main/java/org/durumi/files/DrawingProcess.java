package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.cff.CFFFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.durumi.files.drawing.Drawing;
import org.durumi.files.drawing.DrawnFile;
import org.durumi.files.drawing.NotDrawable;
import org.durumi.kernel.RuleViolation;

/**
 * Lets a process of its own draw a file, or write a document anew: its memory has a bound of its own, its time an end, and it
 * knows no key, no password and no setting of the application.
 */
@ApplicationScoped
class DrawingProcess {
    /** A little more than a photo of 40 megapixels takes, twice. */
    private static final String MEMORY = "-Xmx448m";

    private static final int SECONDS = 60;
    private static final int SECONDS_TO_END = 5;

    /** How Java ends that could not begin, and that ran out of memory; what stands for the rest. */
    private static final int NEVER_RAN = 1;

    private static final int OUT_OF_MEMORY = 3;
    private static final int OUT_OF_TIME = -1;
    private static final int STILL_THERE = -2;

    private static final Logger LOG = System.getLogger(DrawingProcess.class.getName());

    /** One class of each part that it needs. */
    private static final List<Class<?>> PARTS = List.of(
            Drawing.class,
            PDDocument.class,
            RandomAccessRead.class,
            CFFFont.class,
            LogFactory.class,
            com.drew.metadata.Metadata.class);

    private final String java;

    DrawingProcess() {
        this(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** @param java the program that runs it */
    DrawingProcess(String java) {
        this.java = java;
    }

    /**
     * Draws a file anew, or writes a document anew.
     *
     * @throws RuleViolation at «file» if it cannot be drawn, or not in the time and memory that there are
     */
    CleanFile draw(FileKind kind, byte[] sent) {
        try {
            DrawnFile drawn = drawn(kind, sent);
            return new CleanFile(kind, drawn.width(), drawn.height(), drawn.parts());
        } catch (NotDrawable refused) {
            throw RuleViolation.at("file", refused.key());
        } catch (IOException noProgram) {
            LOG.log(Level.ERROR, "the process that draws files does not start");
            throw RuleViolation.at("file", "file.not-now");
        }
    }

    private DrawnFile drawn(FileKind kind, byte[] sent) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                java,
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisableAttachMechanism",
                "-XX:+SuppressFatalErrorMessage",
                "-Djava.awt.headless=true",
                // There is nothing that it could write into.
                "-Djava.io.tmpdir=/nonexistent",
                "-Duser.home=/nonexistent",
                "-cp",
                PARTS.stream().map(DrawingProcess::place).distinct().collect(Collectors.joining(File.pathSeparator)),
                Drawing.class.getName(),
                kind.name());
        builder.environment().clear();
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        // To destroy one that has ended would close its streams before its answer is read.
        CompletableFuture<Process> ended = process.onExit()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .whenComplete((any, late) -> {
                    if (late != null) {
                        process.destroyForcibly();
                    }
                });
        try (DataInputStream out = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            try (OutputStream in = process.getOutputStream()) {
                in.write(sent);
            } catch (IOException answeredBefore) {
                // How it ends says why.
            }
            return DrawnFile.read(kind.name(), out);
        } catch (IOException noAnswer) {
            throw new NotDrawable(why(process, ended, kind));
        } finally {
            process.destroyForcibly();
            ended.cancel(false);
        }
    }

    /** What becomes of a file about which the process says nothing that can be used; nothing of the file is logged. */
    private static String why(Process process, CompletableFuture<Process> ended, FileKind kind) {
        int exit = ended.handle((done, late) -> late == null ? process.exitValue() : OUT_OF_TIME)
                .completeOnTimeout(STILL_THERE, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
        if (exit == OUT_OF_TIME || exit == OUT_OF_MEMORY) {
            return "file.too-heavy";
        }
        LOG.log(Level.ERROR, "the process that draws files ended with {0} at a file of the kind {1}", exit, kind);
        return exit == NEVER_RAN ? "file.not-now" : "file.too-heavy";
    }

    /** The jar or the directory in which a class lies. */
    private static String place(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        URL found = Objects.requireNonNull(type.getClassLoader().getResource(name));
        String address = found.toString();
        String place = address.substring(0, address.length() - name.length());
        if (place.startsWith("jar:")) {
            place = place.substring("jar:".length(), place.length() - "!/".length());
        }
        return Path.of(URI.create(place)).toString();
    }
}
