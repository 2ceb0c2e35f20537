package org.durumi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the organisation has decided counts at once and stays to be read; what somebody slipped in counts for nothing. */
@ExtendWith(ArquillianExtension.class)
class SettingsIT {
    private static final Actor ADMINISTRATOR = actor("settings-administrator", Role.ADMINISTRATOR);
    private static final Setting ROOM = Setting.FILES_OF_ALL;

    @Inject
    Requests requests;

    @Inject
    SettingsService service;

    @Inject
    Settings settings;

    @Inject
    Told told;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), Set.of(role), Optional.empty(), "");
    }

    @BeforeEach
    void somebody_decides() throws Exception {
        told.introduce(ADMINISTRATOR);
    }

    @Test
    void the_newest_counts_and_every_earlier_one_stays() throws Exception {
        decide(31);
        Instant then = clock.instant();
        decide(32);

        assertEquals(32, value(clock.instant()));
        assertEquals(31, value(then), "what was promised then");
        assertEquals(
                32,
                requests.as(ADMINISTRATOR, () -> settings.together(ROOM, Setting.FILES_OF_A_CASE))
                        .applyAsInt(ROOM));
        SettingView view = view();
        assertEquals(
                List.of(32, 31),
                view.changes().stream().map(SettingView.Change::value).limit(2).toList());
        assertEquals("because of 32", view.last().orElseThrow().why());
        assertEquals(ADMINISTRATOR.id(), view.last().orElseThrow().by().by());
        assertFalse(Database.lines("select encode(by_organisation, 'escape') from setting order by set_at desc limit 1")
                .toString()
                .contains("because"));
    }

    @Test
    void it_is_a_number_within_its_bounds_that_does_not_count_yet_and_was_decided_by_who_saw_what_counts()
            throws Exception {
        decide(41);
        assertEquals("setting.range", refusal(0));
        assertEquals("setting.same", refusal(41));
        for (long seen : new long[] {seen() - 1, seen() + 1}) {
            assertThrows(
                    ChangedMeanwhile.class,
                    () -> requests.does(
                            ADMINISTRATOR, () -> service.change(ROOM, new NewSetting(42, "too late"), seen)));
        }
        assertEquals(41, value(clock.instant()));
    }

    @Test
    void what_is_decided_last_counts_also_after_what_a_server_decided_whose_clock_is_ahead() throws Exception {
        decide(71);
        Instant ahead = clock.instant().plusSeconds(600);
        SettingChange made = requests.as(
                ADMINISTRATOR,
                () -> SettingChange.make(
                        ROOM,
                        new NewSetting(72, "from a server whose clock is ahead"),
                        ADMINISTRATOR.signed(ahead),
                        vault.organisation(),
                        macs));
        try (Connection app = Database.app()) {
            Statements.on(app)
                    .run(
                            "insert into setting (" + SettingChange.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                            made.id(),
                            ROOM.name(),
                            72,
                            made.why().bytes(),
                            ADMINISTRATOR.id().value(),
                            ahead,
                            made.mac());
        }
        long seen = seen();
        assertThrows(
                ChangedMeanwhile.class,
                () -> requests.does(ADMINISTRATOR, () -> service.change(ROOM, new NewSetting(73, "not seen"), seen)));
        requests.does(ADMINISTRATOR, () -> service.change(ROOM, new NewSetting(74, "seen there"), seen + 1));
        assertEquals(74, value(ahead.plusSeconds(1)));
        superuser("delete from setting where set_at > now() + interval '1 minute'");
    }

    @Test
    void quiet_hours_last_no_longer_than_a_night() throws Exception {
        superuser("delete from setting where name like 'QUIET%'");
        assertEquals("setting.night", refusal(Setting.QUIET_TO, 13));
        assertEquals("setting.night", refusal(Setting.QUIET_FROM, 8));
        decide(Setting.QUIET_FROM, 22);
        decide(Setting.QUIET_TO, 10);
        assertEquals("setting.night", refusal(Setting.QUIET_TO, 11));
        assertEquals("setting.night", refusal(Setting.QUIET_FROM, 21));
        decide(Setting.QUIET_FROM, 23);
        superuser("delete from setting where name like 'QUIET%'");
    }

    @Test
    void only_an_administrator_reads_or_decides() throws Exception {
        for (Role role : List.of(Role.CASEWORKER, Role.SUPERVISOR, Role.AUDITOR)) {
            Actor other = actor("settings-" + role.name().toLowerCase(java.util.Locale.ROOT), role);
            assertThrows(NotFound.class, () -> requests.as(other, () -> service.list(ROOM)));
            assertThrows(
                    NotFound.class,
                    () -> requests.does(other, () -> service.change(ROOM, new NewSetting(9, "I may not"), 0)));
        }
    }

    @Test
    void a_row_that_somebody_slipped_in_or_changed_counts_for_nothing_and_is_noticed() throws Exception {
        decide(51);
        decide(52);
        int before = refusals();

        superuser("insert into setting select gen_random_uuid(), name, 9999, by_organisation, set_by, now(), mac"
                + " from setting where name = 'FILES_OF_ALL' and value = 52");
        assertEquals(52, value(clock.instant()), "slipped in");
        superuser("update setting set value = 9998 where name = 'FILES_OF_ALL' and value = 52");
        assertEquals(51, value(clock.instant()), "changed");
        assertEquals(before + 3, refusals(), "each time that it is met");
        assertEquals(
                List.of("unknown"),
                Database.lines("select distinct actor from access_entry where outcome = 'REFUSED' and action = 'OPEN'"
                        + " and field_groups = array['SETTING']::varchar[]"),
                "whoever forged it chose the name in it");

        superuser("update setting set value = 52 where name = 'FILES_OF_ALL' and value = 9998");
        superuser("delete from setting where value = 9999");
        assertEquals(52, value(clock.instant()));
    }

    @Test
    void the_application_writes_it_once() throws Exception {
        decide(61);
        for (String change : List.of("update setting set value = 1", "delete from setting")) {
            try (Connection app = Database.app();
                    Statement statement = app.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
        }
    }

    private void decide(int value) throws Exception {
        decide(ROOM, value);
    }

    private void decide(Setting what, int value) throws Exception {
        long seen = view(what).version();
        requests.does(
                ADMINISTRATOR, () -> service.change(what, new NewSetting(value, " because of " + value + " "), seen));
    }

    private String refusal(int value) throws Exception {
        return refusal(ROOM, value);
    }

    private String refusal(Setting what, int value) throws Exception {
        long seen = view(what).version();
        return assertThrows(
                        RuleViolation.class,
                        () -> requests.does(
                                ADMINISTRATOR, () -> service.change(what, new NewSetting(value, "no"), seen)))
                .messageKey();
    }

    private int value(Instant moment) throws Exception {
        return requests.as(ADMINISTRATOR, () -> settings.of(ROOM, moment));
    }

    private long seen() throws Exception {
        return view().version();
    }

    private SettingView view() throws Exception {
        return view(ROOM);
    }

    private SettingView view(Setting what) throws Exception {
        return requests.as(ADMINISTRATOR, () -> service.list(what)).getFirst();
    }

    private static int refusals() throws SQLException {
        return Integer.parseInt(Database.lines("select count(*)::text from access_entry where outcome = 'REFUSED'"
                        + " and action = 'OPEN' and field_groups = array['SETTING']::varchar[]")
                .getFirst());
    }

    private static void superuser(String change) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(change);
        }
    }
}
