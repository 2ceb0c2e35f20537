package org.durumi.costs;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.route.RouteKind;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What one person usually pays on a route, from one day to another. A quote keeps the norm with which it was compared. It is
 * corrected by another, which takes its place; the wrong one is struck and stays.
 */
@Entity
@Table(name = "norm_price")
public class NormPrice {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("norm_price", "sealed", Words.class);

    @EmbeddedId
    private EntryId id;

    @Enumerated(EnumType.STRING)
    private RouteKind route;

    private BigDecimal low;
    private @Nullable BigDecimal typical;
    private @Nullable BigDecimal high;
    private Currency currency;
    private @Nullable Integer upfrontShare;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private Sealed sealed;
    private Signed entered;
    private @Nullable EntryId replaces;
    private @Nullable Signed struck;
    private byte[] mac;

    @Transient
    private boolean changedOutside;

    @Version
    private int version;

    protected NormPrice() {} // Hibernate

    private record Words(String origin, String destination, String source) {}

    /** @throws RuleViolation at the field that contradicts another */
    static NormPrice enter(NewNormPrice known, OrganisationKey key, Signed administrator, Macs macs) {
        check(known);
        NormPrice norm = new NormPrice();
        norm.id = EntryId.create();
        norm.route = known.route();
        norm.low = known.low().amount();
        norm.typical = known.typical().map(Money::amount).orElse(null);
        norm.high = known.high().map(Money::amount).orElse(null);
        norm.currency = known.low().currency();
        norm.upfrontShare = known.upfrontShare().orElse(null);
        norm.validFrom = known.validFrom();
        norm.validUntil = known.validUntil().orElse(null);
        norm.sealed = WORDS.seal(
                new Words(
                        known.origin().strip(),
                        known.destination().strip(),
                        known.source().strip()),
                norm.id.value(),
                key);
        norm.entered = administrator;
        norm.mac = macs.of(MacUse.NORM_PRICE, norm.said());
        return norm;
    }

    /**
     * What takes the place of a wrong one, which it strikes.
     *
     * @throws ChangedMeanwhile if the version of the wrong one is not the one that was seen
     * @throws RuleViolation at the field that contradicts another, or if the wrong one is struck already
     */
    static NormPrice inPlaceOf(
            NormPrice wrong, NewNormPrice right, int seen, OrganisationKey key, Signed administrator, Macs macs) {
        wrong.requireStanding(seen);
        NormPrice norm = enter(right, key, administrator, macs);
        norm.replaces = wrong.id;
        norm.mac = macs.of(MacUse.NORM_PRICE, norm.said());
        wrong.struck = administrator;
        wrong.mac = macs.of(MacUse.NORM_PRICE, wrong.said());
        return norm;
    }

    private void requireStanding(int seen) {
        ChangedMeanwhile.unless(seen == version);
        if (!stands()) {
            throw new RuleViolation("norm.struck");
        }
    }

    private Object[] said() {
        return new Object[] {
            id,
            route,
            plain(low),
            plain(typical),
            plain(high),
            currency,
            upfrontShare(),
            validFrom,
            validUntil(),
            sealed.bytes(),
            entered.by(),
            entered.at(),
            Optional.ofNullable(replaces),
            struck().map(Signed::by),
            struck().map(Signed::at)
        };
    }

    /** An amount as it is, however many zeros the database adds. */
    private static Optional<String> plain(@Nullable BigDecimal amount) {
        return Optional.ofNullable(amount).map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString);
    }

    /** Whether the application wrote it; one that somebody else changed is compared with nothing. */
    boolean verify(Macs macs) {
        changedOutside = !macs.fits(mac, MacUse.NORM_PRICE, said());
        return !changedOutside;
    }

    /** Whether somebody changed it past the application. */
    public boolean isChangedOutside() {
        return changedOutside;
    }

    /** Opens its texts. */
    void open(OrganisationKey key) {
        sealed = WORDS.open(sealed, id.value(), key);
    }

    private Words words() {
        return changedOutside ? new Words("", "", "") : WORDS.read(sealed);
    }

    private static void check(NewNormPrice known) {
        if (known.low().amount().signum() == 0) {
            throw RuleViolation.at("low", "norm.low.zero");
        }
        Currency currency = known.low().currency();
        boolean mixed = Stream.of(known.typical(), known.high())
                .flatMap(Optional::stream)
                .anyMatch(each -> !each.currency().equals(currency));
        if (mixed) {
            throw RuleViolation.at("currency", "norm.currencies");
        }
        Money typical = known.typical().orElse(known.low());
        if (typical.compareTo(known.low()) < 0) {
            throw RuleViolation.at("typical", "norm.order");
        }
        if (known.high().filter(high -> high.compareTo(typical) < 0).isPresent()) {
            throw RuleViolation.at("high", "norm.order");
        }
        if (known.validUntil()
                .filter(until -> until.isBefore(known.validFrom()))
                .isPresent()) {
            throw RuleViolation.at("validUntil", "norm.valid.order");
        }
    }

    /**
     * Says until when the norm holds. Its prices never change: quotes were compared with them.
     *
     * @param lastDay the last day on which it holds; empty if it still does
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if that is before its first day, or it is struck
     */
    void end(Optional<LocalDate> lastDay, int seen, Macs macs) {
        requireStanding(seen);
        if (lastDay.filter(day -> day.isBefore(validFrom)).isPresent()) {
            throw RuleViolation.at("validUntil", "norm.valid.order");
        }
        validUntil = lastDay.orElse(null);
        mac = macs.of(MacUse.NORM_PRICE, said());
    }

    /** What is frozen with a quote. */
    public Norm norm() {
        return new Norm(low(), high());
    }

    public EntryId id() {
        return id;
    }

    public RouteKind route() {
        return route;
    }

    public String origin() {
        return words().origin();
    }

    public String destination() {
        return words().destination();
    }

    public Money low() {
        return money(low);
    }

    public Optional<Money> typical() {
        return Optional.ofNullable(typical).map(this::money);
    }

    public Optional<Money> high() {
        return Optional.ofNullable(high).map(this::money);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    /** In per cent; empty if not known. */
    public Optional<Integer> upfrontShare() {
        return Optional.ofNullable(upfrontShare);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last day on which it holds; empty if it still does. */
    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public String source() {
        return words().source();
    }

    public Signed entered() {
        return entered;
    }

    /** Who corrected it by another, and when; empty if it stands. */
    public Optional<Signed> struck() {
        return Optional.ofNullable(struck);
    }

    public boolean stands() {
        return struck == null;
    }

    /** Whether prices of that day are compared with it. */
    boolean holdsOn(LocalDate day) {
        return stands() && !validFrom.isAfter(day) && (validUntil == null || !validUntil.isBefore(day));
    }

    /** What was entered, with the last day that holds now. */
    public NewNormPrice known() {
        return new NewNormPrice(
                route,
                origin(),
                destination(),
                low(),
                typical(),
                high(),
                upfrontShare(),
                validFrom,
                validUntil(),
                source());
    }

    public int version() {
        return version;
    }
}
