package org.durumi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directory in which one installation of the demo keeps everything, readable by its owner only. */
public record DataDirectory(Path root) {
    private static final long NEEDED_BYTES = 700L << 20;
    private static final String MARK = ".durumi-demo";

    /**
     * Opens the directory, creating it when missing.
     *
     * @throws StartRefused if it cannot be written, holds something else, or the disk is nearly full
     */
    public static DataDirectory open(Path root) {
        DataDirectory data = new DataDirectory(root.toAbsolutePath().normalize());
        try {
            createPrivate(data.root);
            if (!Files.exists(data.root.resolve(MARK)) && !isEmpty(data.root)) {
                throw new StartRefused("The directory " + root
                        + " holds other things than a demo of Durumi: choose an empty or new one with --data DIR.");
            }
            Files.write(data.root.resolve(MARK), new byte[0]);
        } catch (IOException refused) {
            throw new StartRefused(
                    "The directory " + root + " cannot be written: choose another one with --data DIR.", refused);
        }
        data.requireSpace();
        return data;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    private void requireSpace() {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StartRefused("The disk of %s is full: %d MB are free and %d MB are needed."
                        .formatted(root, free >> 20, NEEDED_BYTES >> 20));
            }
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /**
     * Removes everything of an earlier demo.
     *
     * @throws StartRefused if the directory holds something that is not a demo of Durumi
     */
    public static void forget(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.exists(root.resolve(MARK))) {
            throw new StartRefused("--fresh would delete " + root
                    + ", which was not made by bin/start: delete it yourself or choose another one with --data DIR.");
        }
        deleteTree(root);
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path payara() {
        return root.resolve("payara");
    }

    /** Passwords that were made for this installation. */
    public Path secrets() {
        return directory("secrets");
    }

    /** Cryptographic keys that the application reads. */
    public Path keys() {
        return directory("keys");
    }

    public Path log() {
        return directory("log");
    }

    /** The processes of the running demo. */
    public Path pids() {
        return directory("pids");
    }

    private Path directory(String name) {
        try {
            return createPrivate(root.resolve(name));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Path createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Files.createDirectories(directory.toAbsolutePath().getParent());
        return Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static void deleteTree(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException refused) {
            throw new StartRefused("The directory " + root + " could not be emptied: " + refused.getMessage(), refused);
        }
    }
}
