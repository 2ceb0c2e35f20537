package org.durumi.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys in files, 32 bytes in base64 each: {@code kek.key} is version 1, {@code kek-2.key} version 2. */
final class KekFiles implements KekSource {
    private static final Pattern NAME = Pattern.compile("kek(-([2-9]|[1-9][0-9]{1,5}))?\\.key");

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    // systemd may give the file to root and let the service in by an access list, which shows as rights of the group.
    private static final Set<PosixFilePermission> SYSTEMDS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);

    private final Path directory;
    private final Set<PosixFilePermission> allowed;

    private KekFiles(Path directory, Set<PosixFilePermission> allowed) {
        this.directory = directory;
        this.allowed = allowed;
    }

    /** Files that nobody but their owner may read. */
    static KekFiles ofOwner(Path directory) {
        return new KekFiles(directory, OWNERS);
    }

    /** Files that systemd's LoadCredential or LoadCredentialEncrypted laid out for this service. */
    static KekFiles ofSystemd(Path directory) {
        return new KekFiles(directory, SYSTEMDS);
    }

    @Override
    public boolean isTyped() {
        return false;
    }

    @Override
    public void requireFiles() {
        parts();
    }

    @Override
    public SortedMap<Integer, VersionedKey> keys(String typed) {
        SortedMap<Integer, VersionedKey> keys = new TreeMap<>();
        parts().forEach((version, secret) -> keys.put(version, new VersionedKey(version, secret)));
        return keys;
    }

    /** What the files hold, by version. */
    SortedMap<Integer, byte[]> parts() {
        SortedMap<Integer, byte[]> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    parts.put(name.group(2) == null ? 1 : Integer.parseInt(name.group(2)), read(file));
                }
            }
        } catch (IOException refused) {
            throw new NoKek("the directory " + directory + " cannot be read");
        }
        if (parts.isEmpty()) {
            throw new NoKek("there is no kek.key in " + directory);
        }
        return parts;
    }

    private byte[] read(Path file) {
        try {
            if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
                throw new NoKek(file + " can be read by others: chmod 0400");
            }
            byte[] secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length == VersionedKey.LENGTH) {
                return secret;
            }
        } catch (IOException refused) {
            throw new NoKek(file + " cannot be read by this user: look at its owner and mode");
        } catch (IllegalArgumentException damaged) {
            // The message would quote the key.
        }
        throw new NoKek(file + " does not hold 32 bytes in base64");
    }
}
