package org.durumi.evidence;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacKey;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Who or what says something, under a code name that each team counts for itself. It belongs to a team, not to a case. A
 * correction is another row under the same code name; the wrong one is struck and stays.
 */
@Entity
@Table(name = "source")
public class Source {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("source", "sealed", Words.class);

    /** Of the rows of one source the one that stands; somebody may have struck it past the application. */
    static final Comparator<Source> STANDING_FIRST = Comparator.comparing((Source each) -> !each.stands())
            .thenComparing(each -> each.added.at(), Comparator.reverseOrder());

    @EmbeddedId
    private SourceId id;

    private SourceId original;
    private @Nullable SourceId replaces;
    private int number;
    private TeamId teamId;
    private byte @Nullable [] linkHash;
    private Sealed sealed;
    private Signed added;
    private @Nullable Signed struck;
    private byte[] mac;

    @Transient
    private boolean changedOutside;

    @Transient
    private String home = "";

    @Version
    private int version;

    protected Source() {} // Hibernate

    /** @param why it took the place of another; empty if it is new */
    private record Words(NewSource known, String why) {}

    /** What a source is written with: the key of its words, that of links, and that of what tells our rows from others. */
    record Keys(OrganisationKey words, MacKey links, Macs macs) {}

    /**
     * Adds a source.
     *
     * @param number the next free number of a code name
     * @throws RuleViolation at the field that contradicts another
     */
    static Source add(int number, TeamId team, NewSource known, Signed who, LocalDate today, Keys keys) {
        SourceId id = SourceId.create();
        return new Source(id, id, null, number, team, new Words(known, ""), who, today, keys);
    }

    /**
     * What takes the place of a wrong one, which it strikes.
     *
     * @throws ChangedMeanwhile if the wrong one was corrected since, or its version is not the one that was seen
     * @throws RuleViolation at the field that contradicts another
     */
    Source correctedTo(NewSource right, String why, int seen, Signed who, LocalDate today, Keys keys) {
        ChangedMeanwhile.unless(stands() && seen == version);
        Source source =
                new Source(SourceId.create(), original, id, number, teamId, new Words(right, why), who, today, keys);
        struck = who;
        mac = keys.macs().of(MacUse.SOURCE, said());
        return source;
    }

    private Source(
            SourceId id,
            SourceId original,
            @Nullable SourceId replaces,
            int number,
            TeamId team,
            Words words,
            Signed who,
            LocalDate today,
            Keys keys) {
        NewSource known = words.known();
        check(known, original, today);
        this.id = id;
        this.original = original;
        this.replaces = replaces;
        this.number = number;
        this.teamId = team;
        this.linkHash = known.link().isBlank() ? null : hash(known.link(), keys.links());
        this.sealed = WORDS.seal(words, id.value(), keys.words());
        this.added = who;
        this.mac = keys.macs().of(MacUse.SOURCE, said());
    }

    private static void check(NewSource known, SourceId original, LocalDate today) {
        if (known.published().isAfter(today)) {
            throw RuleViolation.at("published", "source.published.future");
        }
        if (!known.link().isBlank()) {
            requireLink(known.link());
        }
        if (known.relayedBy().filter(original::equals).isPresent()) {
            throw RuleViolation.at("relayedBy", "source.relayed.circle");
        }
        if (known.kind() == SourceKind.ANONYMOUS_INSIDER && !known.neverPrinted()) {
            throw RuleViolation.at("neverPrinted", "source.insider.protected");
        }
    }

    /** @throws RuleViolation at «link» if it is no address of the web */
    static void requireLink(String link) {
        if (!isLink(link.strip())) {
            throw RuleViolation.at("link", "source.link.none");
        }
    }

    private static boolean isLink(String link) {
        try {
            URI address = new URI(link);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** The keyed hash by which the same link is found again, however its beginning is written and whatever part it points to. */
    static byte[] hash(String link, MacKey links) {
        String plain = link.strip().replaceFirst("#.*$", "").replaceFirst("/$", "");
        return links.hash(plain.replaceFirst("(?i)^https?://(www\\.)?", ""));
    }

    private Object[] said() {
        return new Object[] {
            id,
            original,
            Optional.ofNullable(replaces),
            number,
            teamId,
            Optional.ofNullable(linkHash),
            sealed.bytes(),
            added.by(),
            added.at(),
            struck().map(Signed::by),
            struck().map(Signed::at)
        };
    }

    /** Opens what it says; one that somebody else changed says nothing, cannot be judged and is protected. */
    boolean open(OrganisationKey key, Macs macs) {
        changedOutside = !macs.fits(mac, MacUse.SOURCE, said());
        sealed = changedOutside ? WORDS.readAs(sealed, new Words(nothing(), "")) : WORDS.open(sealed, id.value(), key);
        return !changedOutside;
    }

    private static NewSource nothing() {
        return new NewSource(
                SourceKind.DOCUMENT, "", "", "", PartialDate.unknown(), "", Optional.empty(), Reliability.F, true);
    }

    /** Whether somebody changed it past the application. */
    public boolean isChangedOutside() {
        return changedOutside;
    }

    /** What names it whatever is corrected. */
    public SourceId id() {
        return original;
    }

    /** In a case of another team: its code name says from now on whose the source is, because each team counts for itself. */
    void standsElsewhere(String team) {
        home = team;
    }

    /** Whether it is of another team than the case in which it stands: there its page is not. */
    public boolean isElsewhere() {
        return !home.isEmpty();
    }

    /** Whose it is. */
    TeamId team() {
        return teamId;
    }

    /** The code name, such as S-17; of another team than that of the case in which it stands, with the name of that team. */
    public String codeName() {
        return "S-" + number + (home.isEmpty() ? "" : " (" + home + ")");
    }

    public NewSource known() {
        return WORDS.read(sealed).known();
    }

    /** Why it took the place of another; empty if it is the first under its code name. */
    public String why() {
        return WORDS.read(sealed).why();
    }

    public SourceKind kind() {
        return known().kind();
    }

    public Reliability reliability() {
        return known().reliability();
    }

    /** Whether nothing that it says leaves the pages. */
    public boolean isProtected() {
        return known().neverPrinted();
    }

    /** Who added it, or corrected it to this, and when. */
    public Signed added() {
        return added;
    }

    /** Who corrected it by another, and when; empty if it stands. */
    public Optional<Signed> struck() {
        return Optional.ofNullable(struck);
    }

    public boolean stands() {
        return struck == null;
    }

    public int version() {
        return version;
    }
}
