package org.durumi.cases;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A caseworker stands in for another of the same team, from a day to a day: meanwhile they may in the cases of the one who is away what
 * that one may. It counts only with the application's MAC. It is written once; an end before its time is a {@link DeputyshipEnd}.
 */
@Entity
@Immutable
@Table(name = "deputyship")
public class Deputyship {
    /** Who is away for longer has left: their work is handed over. */
    public static final int LONGEST_DAYS = 60;

    /** Nobody knows a leave longer before. */
    public static final int EARLIEST_DAYS = 180;

    @EmbeddedId
    private EntryId id;

    private TeamId teamId;
    private UserId userId;
    private UserId deputy;
    private LocalDate firstDay;
    private LocalDate lastDay;

    /** The two days as moments, so that nobody has to know the zone who asks whether it stands. */
    private Instant begins;

    private Instant due;
    private Signed named;
    private byte[] mac;

    /** Noted by the database when its end is stored. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant until;

    protected Deputyship() {} // Hibernate

    /**
     * @param told the first and the last day, both included, in the zone
     * @param absent who is away
     * @throws RuleViolation at «last» if the days are in the wrong order or too many
     */
    static Deputyship name(TeamId team, UserId absent, NewDeputy told, ZoneId zone, Signed named, Macs macs) {
        if (told.last().isBefore(told.first())) {
            throw RuleViolation.at("last", "deputy.order");
        } else if (ChronoUnit.DAYS.between(told.first(), told.last()) >= LONGEST_DAYS) {
            throw RuleViolation.at("last", "deputy.too-long", LONGEST_DAYS);
        }
        Deputyship deputyship = new Deputyship();
        deputyship.id = EntryId.create();
        deputyship.teamId = team;
        deputyship.userId = absent;
        deputyship.deputy = told.deputy();
        deputyship.firstDay = told.first();
        deputyship.lastDay = told.last();
        deputyship.begins = told.first().atStartOfDay(zone).toInstant();
        deputyship.due = told.last().plusDays(1).atStartOfDay(zone).toInstant();
        deputyship.named = named;
        deputyship.mac = macs.of(MacUse.DEPUTYSHIP, deputyship.values());
        return deputyship;
    }

    /** Whether the application wrote it: else it gives nothing. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.DEPUTYSHIP, values());
    }

    private Object[] values() {
        return new Object[] {id, teamId, userId, deputy, firstDay, lastDay, begins, due, named.by(), named.at()};
    }

    /** Whether it gives something at a moment. */
    public boolean stands(Instant now) {
        return until == null && !begins.isAfter(now) && due.isAfter(now);
    }

    /** Whether it gives something at a moment or later. */
    boolean isToCome(Instant now) {
        return until == null && due.isAfter(now);
    }

    /** Its days, whether it was ended before or not. */
    Stream<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1));
    }

    /** Whether a day is one of its days. */
    boolean isOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** The same, as far as nobody ended it before; the day of its end counts. */
    boolean isOrWasOn(LocalDate day, ZoneId zone) {
        return isOn(day) && (until == null || until.isAfter(begins) && !day.isAfter(LocalDate.ofInstant(until, zone)));
    }

    public EntryId id() {
        return id;
    }

    /** The team of both, whose cases alone it is about. */
    public TeamId team() {
        return teamId;
    }

    /** Who is away. */
    public UserId absent() {
        return userId;
    }

    /** Who stands in for them. */
    public UserId deputy() {
        return deputy;
    }

    public LocalDate first() {
        return firstDay;
    }

    /** Included. */
    public LocalDate last() {
        return lastDay;
    }

    /** Who named the deputy, and when. */
    public Signed named() {
        return named;
    }

    /** When somebody ended it before its time; empty if nobody has. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
