package org.durumi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.function.Supplier;

/** Secret files that are made once per installation and readable by their owner only. */
public record Secrets(Path directory) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The password of that name, made at its first use. */
    public String password(String name) {
        return once(
                directory.resolve(name), () -> random(24, Base64.getUrlEncoder().withoutPadding()));
    }

    /** The content of a file, which is written first if it does not exist. */
    static String once(Path file, Supplier<String> content) {
        try {
            if (!Files.exists(file)) {
                write(file, content.get());
            }
            return Files.readString(file).strip();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static String random(int bytes, Base64.Encoder encoder) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return encoder.encodeToString(value);
    }

    /** Writes beside and moves, so that no half a secret is ever read. */
    private static void write(Path file, String content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (var channel = Files.newByteChannel(
                beside,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(java.nio.ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (FileAlreadyExistsException raced) {
            throw new StartRefused(
                    "Another start is using " + directoryOf(file) + " at this moment: wait and try again.");
        }
        Files.move(beside, file);
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
