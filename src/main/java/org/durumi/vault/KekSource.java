package org.durumi.vault;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** Where the key-encryption keys come from, which wrap the keys of the cases. They lie outside the database. */
interface KekSource {
    /**
     * The keys by their versions, from 1; the highest wraps the first key of an installation.
     *
     * @param typed what an administrator typed after the start; empty if nothing was
     * @throws NoKek if there are none, they may be read by others, or what was typed does not open them
     */
    SortedMap<Integer, VersionedKey> keys(String typed);

    /**
     * Looks at the files, before anybody types anything.
     *
     * @throws NoKek if one is missing, damaged, may be read by others, or cannot be read
     */
    void requireFiles();

    /** Whether an administrator must type a part of it after every start. */
    boolean isTyped();

    /**
     * The source that the configuration names.
     *
     * @param keys the directory of the installation's keys
     * @param credentials where systemd lays the credentials of the service, if it does
     */
    static KekSource of(String name, Path keys, Optional<Path> credentials) {
        return switch (name) {
            case "file" -> KekFiles.ofOwner(keys);
            case "credential" ->
                KekFiles.ofSystemd(credentials.orElseThrow(
                        () -> new NoKek("durumi.kek.source is credential, but systemd gives this service none")));
            case "pkcs12" -> new KekStore(keys.resolve("kek.p12"), credentials);
            case "two-part" ->
                new TwoParts(credentials.map(KekFiles::ofSystemd).orElseGet(() -> KekFiles.ofOwner(keys)));
            default -> throw new NoKek("durumi.kek.source is file, credential, pkcs12 or two-part");
        };
    }
}
