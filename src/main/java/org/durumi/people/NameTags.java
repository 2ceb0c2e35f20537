package org.durumi.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.durumi.mac.MacKey;
import org.durumi.vault.DerivedKeys;

/** Keyed hashes of names: those of the index, cut so short that many names share one, and those of searches for the log. */
@ApplicationScoped
public class NameTags {
    private static final int LOGGED_BYTES = 8;

    @Inject
    DerivedKeys keys;

    /**
     * The tags under which a name is found; none for a surname alone. Between 2 048 and a million indexed names, each tag is shared by at
     * least two and by fewer than the root.
     */
    Set<Integer> of(NameKey name) {
        return name.indexed().stream()
                .map(each -> MacKey.tag(keys.index("person index 1").hash(each)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the access log keeps of a search: whoever has the key can tell whether it was for this. */
    String logged(Collection<String> terms) {
        byte[] hash = keys.index("search 1").hash(terms.stream().sorted().collect(Collectors.joining("\n")));
        return HexFormat.of().formatHex(hash, 0, LOGGED_BYTES);
    }
}
