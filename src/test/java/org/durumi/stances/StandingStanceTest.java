package org.durumi.stances;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.identity.Role;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.Stance;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** Which of several stances of a country counts. */
class StandingStanceTest {
    private static final CountryCode THAILAND = new CountryCode("TH");
    private static final LocalDate DAY = LocalDate.parse("2026-05-02");
    private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");

    private final Macs macs = TestKeys.macs();

    @Test
    void what_holds_from_the_latest_day_counts_whenever_it_was_confirmed() {
        assertEquals(
                Stance.UNCLEAR,
                latest(
                        agreed(Stance.UNCLEAR, "2026-02-02", MARCH),
                        installed(Stance.PROTECTS, "1900-01-01"),
                        agreed(Stance.RETURNS, "2026-02-01", MARCH.plusSeconds(60))));
    }

    @Test
    void of_the_same_day_the_later_confirmation_counts_and_any_counts_more_than_what_was_installed() {
        assertEquals(
                Stance.RETURNS,
                latest(
                        agreed(Stance.RETURNS, "2026-02-01", MARCH.plusSeconds(60)),
                        agreed(Stance.UNCLEAR, "2026-02-01", MARCH),
                        installed(Stance.PROTECTS, "2026-02-01")));
        assertEquals(
                Stance.UNCLEAR,
                latest(installed(Stance.PROTECTS, "2026-02-01"), agreed(Stance.UNCLEAR, "2026-02-01", MARCH)));
        assertEquals(
                Stance.RETURNS,
                latest(installed(Stance.PROTECTS, "2026-02-02"), agreed(Stance.RETURNS, "2026-02-01", MARCH)),
                "nobody knows who wrote what was installed");
    }

    @Test
    void each_country_counts_by_itself() {
        StandingStance vietnam = new StandingStance(
                new CountryCode("VN"), Stance.RETURNS, LocalDate.parse("2026-05-01"), "", Optional.empty());
        Map<CountryCode, StandingStance> all = all(vietnam, installed(Stance.PROTECTS, "1900-01-01"));
        assertEquals(Stance.RETURNS, all.get(vietnam.country()).stance());
        assertEquals(Stance.PROTECTS, all.get(THAILAND).stance());
    }

    @Test
    void who_sent_people_back_from_the_beginning_goes_on_to_until_two_people_agreed() {
        CountryCode china = new CountryCode("CN");
        assertEquals(Stance.RETURNS, all().get(china).stance(), "its row was deleted");
        StandingStance changed = new StandingStance(china, Stance.PROTECTS, DAY, "", Optional.empty());
        assertEquals(Stance.RETURNS, all(changed).get(china).stance(), "nobody knows who wrote that");
        assertEquals(
                Stance.UNCLEAR,
                all(changed, agreed(china, Stance.UNCLEAR, "2026-02-01", MARCH))
                        .get(china)
                        .stance());
    }

    private static Map<CountryCode, StandingStance> all(StandingStance... each) {
        return StandingStance.latest(Stream.of(each), DAY);
    }

    private static Stance latest(StandingStance... all) {
        return all(all).get(THAILAND).stance();
    }

    private static StandingStance installed(Stance stance, String since) {
        return new StandingStance(THAILAND, stance, LocalDate.parse(since), "", Optional.empty());
    }

    private StandingStance agreed(Stance stance, String since, Instant confirmed) {
        return agreed(THAILAND, stance, since, confirmed);
    }

    private StandingStance agreed(CountryCode country, Stance stance, String since, Instant confirmed) {
        NewStance wanted = new NewStance(country, stance, LocalDate.parse(since), "a law");
        return StandingStance.of(StanceProposal.make(
                        wanted, Role.SUPERVISOR, new Signed(new UserId("seo"), MARCH), macs)
                .answered(
                        StanceAnswer.CONFIRMED, Role.ADMINISTRATOR, new Signed(new UserId("admin"), confirmed), macs));
    }
}
