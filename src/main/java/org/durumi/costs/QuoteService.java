package org.durumi.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/** The quotes of a case: recorded, compared with the norm, accepted or rejected. */
@ApplicationScoped
@Transactional
public class QuoteService {
    @Inject
    Prices prices;

    @Inject
    CostGuard guard;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Event<AcceptanceRequested> acceptanceRequested;

    /** Every quote of a case with its broker, the newest first. Records the access. */
    public List<QuoteLine> view(CaseNumber number) {
        return of(access.toRead(number, AccessGroup.QUOTE, AccessGroup.BROKER));
    }

    /** The same, of a case that has been opened already. Three queries at most, whatever the size of the case. */
    public List<QuoteLine> of(CaseFile file) {
        return lines(file, file.key(AccessGroup.QUOTE));
    }

    /** How many quotes an opened case has. */
    public int numberOf(CaseFile file) {
        return (int) prices.numberOfQuotes(file.id());
    }

    /**
     * The same for rules: the person who acts is shown nothing of it.
     *
     * @param key that was handed out to assess the case
     */
    public List<QuoteLine> toAssess(CaseFile file, CaseKey key) {
        return lines(file, key);
    }

    private List<QuoteLine> lines(CaseFile file, CaseKey key) {
        List<Quote> quotes = key.opened(prices.quotes(file.id())).stream()
                .sorted(Comparator.comparing(Quote::obtainedOn).reversed())
                .toList();
        Map<BrokerId, Broker> brokers =
                brokers(file, quotes.stream().map(Quote::broker).collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(clock);
        return quotes.stream()
                .map(quote ->
                        new QuoteLine(quote, Objects.requireNonNull(brokers.get(quote.broker())), quote.stateOn(today)))
                .toList();
    }

    /** Brokers that entries of a case name, as it calls them: those of the team from which it came, by the name of that team too. */
    public Map<BrokerId, Broker> brokers(CaseFile file, Collection<BrokerId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Broker> named = guard.checked(
                prices.brokers(Set.copyOf(ids).stream().map(BrokerId::value).toList()));
        mark(named.stream().filter(each -> !each.team().equals(file.team())).toList());
        return named.stream().collect(Collectors.toMap(Broker::id, Function.identity()));
    }

    private void mark(List<Broker> elsewhere) {
        if (!elsewhere.isEmpty()) {
            Map<TeamId, String> names = staff.teamNames();
            elsewhere.forEach(each -> each.standsElsewhere(Objects.requireNonNull(names.get(each.team()))));
        }
    }

    /**
     * Records a quote and freezes the norm of its route, day and currency with it.
     *
     * @throws NotFound if the broker is not one of the case's team, or somebody is not in this case
     */
    public EntryId record(CaseNumber number, @Valid NewQuote known) {
        CaseFile file = access.toChange(number, AccessGroup.QUOTE);
        participants.require(file, known.participants());
        List<Quote> quotes = file.key(AccessGroup.QUOTE).opened(prices.quotes(file.id()));
        known.participants()
                .forEach(who -> CaseRoom.forOneMore(quotes.stream()
                        .filter(each -> each.participants().contains(who))
                        .count()));
        if (prices.broker(known.broker(), file.team()).isEmpty()) {
            throw new NotFound();
        }
        Optional<NormPrice> norm = norm(file, known.amount().currency(), known.obtainedOn());
        Quote quote = Quote.record(file, known, norm, recording(file), LocalDate.now(clock));
        prices.add(quote);
        changes.recorded(file, AccessGroup.QUOTE);
        return quote.id();
    }

    /**
     * Accepts a quote.
     *
     * @param seen the version that the caseworker had before them
     * @throws RuleViolation if it is no longer open, or a standing block refuses it and no waiver covers it
     * @throws ChangedMeanwhile if somebody else decided meanwhile
     */
    public void accept(CaseNumber number, EntryId id, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.QUOTE);
        Quote quote = quote(file, id);
        AcceptanceRequested request = new AcceptanceRequested(file, quote);
        acceptanceRequested.fire(request);
        request.requirePermission();
        quote.accept(seen, recording(file), LocalDate.now(clock));
        prices.save(quote);
        changes.recorded(file, AccessGroup.QUOTE);
    }

    /**
     * Rejects a quote.
     *
     * @param seen the version that the caseworker had before them
     * @throws ChangedMeanwhile if somebody else decided meanwhile
     */
    public void reject(CaseNumber number, EntryId id, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.QUOTE);
        Quote quote = quote(file, id);
        quote.reject(seen, recording(file), LocalDate.now(clock));
        prices.save(quote);
        changes.recorded(file, AccessGroup.QUOTE);
    }

    /**
     * The norm of its route, day and currency that was entered after an open quote had been compared; empty if there is none, or
     * the quote is no longer open.
     */
    public Optional<Norm> later(CaseFile file, QuoteLine line) {
        return laterNorm(file, line.quote()).map(NormPrice::norm);
    }

    /**
     * Compares an open quote with the norm that was entered later. The one that was compared before stays, replaced.
     *
     * @param seen the version that the caseworker had before them
     * @return the quote that takes its place
     * @throws RuleViolation if it is no longer open, or there is no such norm
     * @throws ChangedMeanwhile if somebody else decided meanwhile
     */
    public EntryId compareAnew(CaseNumber number, EntryId id, int seen) {
        CaseFile file = access.toChange(number, AccessGroup.QUOTE);
        Quote quote = quote(file, id);
        NormPrice later = laterNorm(file, quote).orElseThrow(() -> new RuleViolation("quote.no-later-norm"));
        Quote compared = quote.comparedWith(later, file, seen, recording(file), LocalDate.now(clock));
        prices.save(quote);
        prices.add(compared);
        changes.recorded(file, AccessGroup.QUOTE);
        return compared.id();
    }

    /** The quotes that still stand for a price go with those who go into another case, at the price that was asked for all. */
    void split(@Observes PeopleSplit split) {
        split.read().opened(prices.quotes(split.from().id())).stream()
                .filter(each -> each.goes(split.copy()))
                .forEach(each -> {
                    each.copyInto(split.copy());
                    prices.add(each);
                });
    }

    private Optional<NormPrice> laterNorm(CaseFile file, Quote quote) {
        return quote.stateOn(LocalDate.now(clock)) == QuoteState.OPEN
                ? norm(file, quote.perPerson().currency(), quote.obtainedOn())
                        .filter(norm -> !quote.wasComparedWith(norm)
                                && norm.entered().at().isAfter(quote.recorded().at()))
                : Optional.empty();
    }

    private Optional<NormPrice> norm(CaseFile file, Currency currency, LocalDate day) {
        return guard.holding(file.route(), currency, day, prices.everyNorm());
    }

    /** One that somebody decides about. */
    private Quote quote(CaseFile file, EntryId id) {
        Quote quote =
                file.key(AccessGroup.QUOTE).opened(prices.quote(file.id(), id)).orElseThrow(NotFound::new);
        participants.requireSome(file, quote.participants());
        return quote;
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.QUOTE));
    }
}
