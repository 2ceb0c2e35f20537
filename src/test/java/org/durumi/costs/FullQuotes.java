package org.durumi.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;

/** Fills the quotes that a case has room for, without an assessment after each. */
@ApplicationScoped
@Transactional
public class FullQuotes {
    @Inject
    CaseAccess access;

    @Inject
    Prices prices;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** So many quotes for one participant, with the longest texts that a form takes. */
    public void fill(CaseNumber number, ParticipantId who, BrokerId broker, int most) {
        CaseFile file = access.toChange(number, AccessGroup.QUOTE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        NewQuote quote = new NewQuote(
                broker,
                Set.of(who),
                PriceBasis.PER_PERSON,
                Money.of("2500000", "KRW"),
                "약".repeat(80),
                Optional.of(50),
                "길".repeat(500),
                today,
                Optional.empty(),
                ObtainedHow.DIRECT);
        for (int i = 0; i < most; i++) {
            Recording recording = new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.QUOTE));
            prices.add(Quote.record(file, quote, Optional.empty(), recording, today));
        }
    }
}
