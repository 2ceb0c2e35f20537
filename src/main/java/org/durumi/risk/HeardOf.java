package org.durumi.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.PartialDate;
import org.durumi.work.CaseCheckIns;
import org.durumi.work.CheckIn;
import org.durumi.work.CheckInClimb;
import org.durumi.work.CheckInKind;
import org.durumi.work.CheckInStep;
import org.durumi.work.PlanNow;
import org.jspecify.annotations.Nullable;

/**
 * What check-ins and the journey of one participant tell of whether they were heard of. It counts what is written down for good, and not
 * what the plan says now: that a plan is paused, ended or begun says nothing of somebody.
 */
final class HeardOf {
    private final CaseCheckIns known;
    private final List<CheckInStep> missed;
    private final ZoneId zone;

    /** When they were last heard of while they could speak freely; none if they never were. */
    private @Nullable Instant heard;

    /** Whether they said the phrase, and what was heard since does not count yet. */
    private boolean duress;

    private boolean answered;

    /** Something that was heard, at the moment at which it was written down. */
    private record News(Instant at, CheckInKind kind, Optional<PartialDate> happened) {
        static News of(CheckIn checkIn) {
            return new News(checkIn.recorded().at(), checkIn.kind(), Optional.empty());
        }

        static News of(StageEntry contact) {
            return new News(contact.recorded().at(), CheckInKind.OK, Optional.of(contact.happened()));
        }
    }

    /**
     * @param known the check-ins of one participant
     * @param contacts the entries of their journey that say that somebody was in touch with them
     */
    HeardOf(CaseCheckIns known, List<StageEntry> contacts, ZoneId zone) {
        this.known = known;
        this.missed = known.missed();
        this.zone = zone;
        List<News> news = new ArrayList<>();
        known.heard().stream().map(News::of).forEach(news::add);
        contacts.stream().map(News::of).forEach(news::add);
        news.sort(Comparator.comparing(News::at));
        news.forEach(this::hear);
    }

    private void hear(News news) {
        switch (news.kind()) {
            case DURESS -> {
                duress = true;
                answered = false;
            }
            case ANSWERED -> answered = true;
            case OK, THIRD_PARTY -> {
                if ((!duress || answered) && isNews(news)) {
                    heard = news.at();
                    duress = false;
                }
            }
            case PAUSED -> {
                // They are not awaited for a while; nobody heard of them.
            }
        }
    }

    /** An entry that tells of a day before the one on which they were awaited says nothing of since. */
    private boolean isNews(News news) {
        return news.happened()
                .map(day -> day.isKnown()
                        && silence(Optional.ofNullable(heard), news.at())
                                .map(Silence::since)
                                .filter(since -> day.latest().isBefore(LocalDate.ofInstant(since, zone)))
                                .isEmpty())
                .orElse(true);
    }

    /** @param free when they came out of custody last: what was missed before is told by that they were held */
    Facts.CheckIns facts(Optional<Instant> free) {
        Optional<Instant> last = Optional.ofNullable(heard);
        Optional<Instant> cut =
                free.filter(each -> last.filter(each::isBefore).isEmpty()).or(() -> last);
        return new Facts.CheckIns(
                known.plans().stream().anyMatch(each -> !each.plan().isEnded()),
                orMoreOfTheClimb(silence(cut, Instant.MAX)),
                orMoreOfTheClimb(silence(last, Instant.MAX)),
                duress
                        || known.plans().stream()
                                .anyMatch(each -> each.climb().duress().isPresent()));
    }

    private Optional<Silence> silence(Optional<Instant> after, Instant until) {
        List<Instant> due = missed.stream()
                .filter(each ->
                        after.filter(moment -> !each.at().isAfter(moment)).isEmpty())
                .filter(each -> each.at().isBefore(until))
                .map(CheckInStep::due)
                .sorted()
                .toList();
        return due.isEmpty() ? Optional.empty() : Optional.of(new Silence(due.size(), due.getFirst()));
    }

    /** Of a plan that came from another case only the climb says how often. */
    private Optional<Silence> orMoreOfTheClimb(Optional<Silence> counted) {
        return known.plans().stream()
                .map(PlanNow::climb)
                .filter(each -> each.misses() > counted.map(Silence::misses).orElse(0))
                .max(Comparator.comparingInt(CheckInClimb::misses))
                .map(each -> new Silence(each.misses(), each.since()))
                .or(() -> counted);
    }
}
