package org.durumi.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/**
 * What some participants of a case agreed to. Every way out of a case asks here before it shares anything.
 *
 * @param people those whom it is about
 * @param all their consents, those withdrawn, expired or struck too
 * @param whole whether every consent of the case could be read: a «no» that somebody made unreadable must not turn into a yes
 * @param today the day on which something is to be shared
 * @param zone of the organisation, in which days begin
 */
public record Consents(List<ParticipantId> people, List<Consent> all, boolean whole, LocalDate today, ZoneId zone) {
    public Consents {
        people = List.copyOf(people);
        all = List.copyOf(all);
    }

    /** Opened consents, in the order in which people read them. */
    static Consents inOrder(
            List<ParticipantId> people, List<Consent> all, boolean whole, LocalDate today, ZoneId zone) {
        return new Consents(
                people,
                all.stream()
                        .sorted(Comparator.comparing((Consent each) -> !each.stands())
                                .thenComparing(each -> !each.on(today).permits())
                                .thenComparing(Consent::purpose)
                                .thenComparing(each -> each.recorded().at()))
                        .toList(),
                whole,
                today,
                zone);
    }

    /** The same, of one person alone. */
    public Consents of(ParticipantId who) {
        return new Consents(
                List.of(who),
                all.stream().filter(each -> each.participant().equals(who)).toList(),
                whole,
                today,
                zone);
    }

    /**
     * What may be shared for a purpose: of each person what their best consent permits, of several the least. Where nothing is
     * recorded, or somebody changed what is, sharing is refused.
     */
    public Permission permit(ConsentPurpose purpose) {
        return people.stream()
                .map(who -> permit(who, purpose))
                .max(Comparator.naturalOrder())
                .orElse(Permission.NOT_RECORDED);
    }

    /**
     * What one of them permits today: nothing more, if somebody said no to it afterwards.
     *
     * @param consent that stands
     */
    public Permission of(Consent consent) {
        return all.stream().anyMatch(consent::isEndedBy) ? Permission.REFUSED : consent.on(today);
    }

    /** What somebody wants withheld counts, also beside another consent without such a wish. */
    private Permission permit(ParticipantId who, ConsentPurpose purpose) {
        if (!whole) {
            return Permission.NOT_RECORDED;
        }
        List<Permission> each = standing().stream()
                .filter(consent -> consent.participant().equals(who) && consent.purpose() == purpose)
                .map(this::of)
                .toList();
        return each.contains(Permission.IN_PART)
                ? Permission.IN_PART
                : each.stream().min(Comparator.naturalOrder()).orElse(Permission.NOT_RECORDED);
    }

    /** One of them; empty if there is none. */
    public Optional<Consent> of(EntryId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Those that were not struck as a mistake. */
    public List<Consent> standing() {
        return all.stream().filter(Consent::stands).toList();
    }

    /** Those of whom a purpose was never asked for, or who agree to it no more. */
    public List<ParticipantId> without(ConsentPurpose purpose) {
        return people.stream().filter(who -> !permit(who, purpose).permits()).toList();
    }

    /**
     * Those of whom no consent to a purpose surely held when something was shared, which may be over: what is said later ends nothing before.
     *
     * @param when it was shared; on each day that is possible one consent has to have held, up to today. Unknown is today
     */
    public List<ParticipantId> without(ConsentPurpose purpose, PartialDate when) {
        LocalDate first = upToToday(when.earliest());
        LocalDate last = upToToday(when.latest());
        return people.stream()
                .filter(who -> !whole
                        || standing().stream()
                                .filter(each -> each.participant().equals(who) && each.purpose() == purpose)
                                .noneMatch(each -> held(each, first) && held(each, last)))
                .toList();
    }

    private LocalDate upToToday(LocalDate day) {
        return day.isBefore(today) ? day : today;
    }

    private boolean held(Consent consent, LocalDate day) {
        return consent.held(day, zone)
                && all.stream()
                        .filter(consent::isEndedBy)
                        .allMatch(no -> no.given().isAfter(day));
    }
}
