package org.durumi.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks for a text in what lies in the directories for temporary files. */
public final class Leaks {
    private static final long LARGEST = 64L * 1024 * 1024;

    private Leaks() {}

    /** The files that were written since then and hold the text. */
    public static List<Path> since(Instant then, String text) {
        List<Path> found = new ArrayList<>();
        Path start = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                    if (about.isRegularFile()
                            && about.size() <= LARGEST
                            && !about.lastModifiedTime().toInstant().isBefore(then)
                            && holds(file, text)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
