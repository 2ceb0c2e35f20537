package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Consents, from their recording to their withdrawal, with the real server and the real database. */
@ExtendWith(ArquillianExtension.class)
class ConsentIT {
    private static final TeamId EAST = TeamId.of("7d9c1d5e-0000-4000-8000-00000000001e");
    private static final TeamId WEST = TeamId.of("7d9c1d5e-0000-4000-8000-00000000001f");
    private static final Actor MIN =
            new Actor(new UserId("consent-min"), Set.of(Role.CASEWORKER), Optional.of(EAST), "");
    private static final Actor JI = new Actor(new UserId("consent-ji"), Set.of(Role.CASEWORKER), Optional.of(WEST), "");
    private static final Actor MOON =
            new Actor(new UserId("consent-moon"), Set.of(Role.SUPERVISOR), Optional.of(EAST), "");
    private static final String WITHHELD = "where her mother is, from the consulate";

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    ConsentService consents;

    @Inject
    ClosureService closures;

    @Inject
    Told told;

    @BeforeEach
    void the_staff_is_known() throws Exception {
        told.team(EAST, MIN, MOON);
        told.team(WEST, JI);
    }

    @Test
    void nothing_is_permitted_until_somebody_agrees_and_no_more_after_they_take_it_back() throws Exception {
        CaseNumber number = newCase();
        assertEquals(Permission.NOT_RECORDED, permit(number, ConsentPurpose.NGO));

        EntryId first = record(number, told(PartialDate.on(today()), "", ConsentPurpose.NGO, ConsentPurpose.CASE_WORK));
        record(number, told(PartialDate.unknown(), WITHHELD, ConsentPurpose.NGO));
        assertEquals(Permission.IN_PART, permit(number, ConsentPurpose.NGO));
        assertEquals(Permission.PERMITTED, permit(number, ConsentPurpose.CASE_WORK));
        assertEquals(Permission.NOT_RECORDED, permit(number, ConsentPurpose.MEDIA));

        EntryId ngo = of(number).all().stream()
                .filter(each -> each.purpose() == ConsentPurpose.NGO)
                .findFirst()
                .orElseThrow()
                .id();
        NewWithdrawal back = new NewWithdrawal(today(), "her mother was questioned");
        requests.does(MIN, () -> consents.withdraw(number, ngo, back));

        assertEquals(Permission.WITHDRAWN, permit(number, ConsentPurpose.NGO));
        assertEquals(Permission.PERMITTED, permit(number, ConsentPurpose.CASE_WORK));
        assertThrows(RuleViolation.class, () -> requests.does(MIN, () -> consents.withdraw(number, ngo, back)));
        assertTrue(of(number).all().stream().anyMatch(each -> each.id().equals(first)));
    }

    @Test
    void every_kind_of_date_comes_back_from_the_database_as_it_was_told() throws Exception {
        CaseNumber number = newCase();
        List<PartialDate> told = Stream.of(
                        "2019-03-05",
                        "2019-03",
                        "2019-Q1",
                        "2019 winter",
                        "2019",
                        "1990s",
                        "2019-03 ~ 2019-05",
                        "around 1990s ~ 2003",
                        "early 1990s",
                        "by 2019-03",
                        "since 2019-03")
                .map(each -> PartialDate.read(each, Qualifier.EXACT).orElseThrow())
                .toList();
        PartialDate lastMonth = PartialDate.read("지난달", Qualifier.EXACT, Optional.of(LocalDate.of(2023, 3, 8)))
                .orElseThrow()
                .inTheWords("지난달")
                .said(Optional.of(LocalDate.of(2023, 3, 8)));
        List<PartialDate> all = Stream.concat(told.stream(), Stream.of(PartialDate.unknown(), lastMonth))
                .sorted()
                .toList();
        for (PartialDate each : all) {
            record(number, told(each, "", ConsentPurpose.STATISTICS));
        }

        assertEquals(all, of(number).all().stream().map(Consent::given).sorted().toList());
    }

    @Test
    void what_is_withheld_and_why_stands_nowhere_in_clear() throws Exception {
        CaseNumber number = newCase();
        EntryId id = record(number, told(PartialDate.on(today()), WITHHELD, ConsentPurpose.GOVERNMENT));
        requests.does(MIN, () -> consents.withdraw(number, id, new NewWithdrawal(today(), "afraid for her")));

        for (String secret : List.of(WITHHELD, "afraid for her", "GOVERNMENT")) {
            for (String table : List.of("consent", "access_entry")) {
                assertEquals(
                        List.of(),
                        Database.lines(
                                "select to_jsonb(t)::text from " + table + " t where strpos(to_jsonb(t)::text, ?) > 0"
                                        + " or strpos(to_jsonb(t)::text, ?) > 0",
                                secret,
                                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))));
            }
        }
        assertEquals(
                List.of("consent-min CHANGE DONE CONSENT", "consent-min OPEN DONE CONSENT"),
                Database.lines(
                        "select distinct actor || ' ' || action || ' ' || outcome || ' ' || array_to_string(field_groups, ',')"
                                + " as entry from access_entry where ? = any (case_refs) and 'CONSENT' = any (field_groups)"
                                + " and cardinality(field_groups) = 1 order by entry",
                        number.value()));
    }

    @Test
    void for_anybody_else_there_is_no_consent_to_record_or_to_take_back() throws Exception {
        CaseNumber number = newCase();
        NewConsent told = told(PartialDate.on(today()), "", ConsentPurpose.PHOTO);
        EntryId id = record(number, told);
        ParticipantId who = of(number).people().get(0);

        NewWithdrawal back = new NewWithdrawal(today(), "");
        for (Actor other : List.of(JI, MOON)) {
            assertThrows(NotFound.class, () -> requests.as(other, () -> consents.record(number, Set.of(who), told)));
            assertThrows(
                    NotFound.class,
                    () -> requests.does(other, () -> consents.strike(number, id, new NewStrike("a mistake"))));
        }
        assertThrows(NotFound.class, () -> requests.does(JI, () -> consents.withdraw(number, id, back)));
        CaseNumber elsewhere = newCase();
        assertThrows(NotFound.class, () -> requests.as(MIN, () -> consents.record(elsewhere, Set.of(who), told)));
        assertThrows(
                NotFound.class,
                () -> requests.does(MIN, () -> consents.withdraw(elsewhere, id, new NewWithdrawal(today(), ""))));
        assertEquals(Permission.PERMITTED, permit(number, ConsentPurpose.PHOTO));
    }

    @Test
    void in_a_closed_case_a_supervisor_records_that_somebody_took_it_back() throws Exception {
        CaseNumber number = newCase();
        EntryId id = record(number, told(PartialDate.on(today()), "", ConsentPurpose.NGO));
        requests.does(MOON, () -> closures.close(number, new NewClosure(CloseReason.OTHER, "it ended well")));
        NewWithdrawal back = new NewWithdrawal(today(), "");

        assertThrows(RuleViolation.class, () -> requests.does(MIN, () -> consents.withdraw(number, id, back)));
        requests.does(MOON, () -> consents.withdraw(number, id, back));
        assertEquals(Permission.WITHDRAWN, permit(number, ConsentPurpose.NGO));
    }

    @Test
    void what_was_recorded_by_mistake_is_struck_and_stays_and_a_no_ends_what_was_agreed_to() throws Exception {
        CaseNumber number = newCase();
        EntryId wrong = record(number, told(PartialDate.on(today()), "", ConsentPurpose.UNHCR));
        requests.does(MIN, () -> consents.strike(number, wrong, new NewStrike("said by somebody else")));

        assertEquals(Permission.NOT_RECORDED, permit(number, ConsentPurpose.UNHCR));
        assertEquals("said by somebody else", of(number).all().get(0).strikeReason());

        record(number, told(PartialDate.on(today()), "", ConsentPurpose.UNHCR));
        assertEquals(Permission.PERMITTED, permit(number, ConsentPurpose.UNHCR));
        record(
                number,
                new NewConsent(
                        Set.of(ConsentPurpose.UNHCR),
                        ConsentForm.REFUSED,
                        PartialDate.on(today()),
                        Optional.empty(),
                        "",
                        ""));
        assertEquals(Permission.REFUSED, permit(number, ConsentPurpose.UNHCR));
    }

    @Test
    void a_consent_is_never_overwritten_and_whoever_does_it_all_the_same_permits_nothing() throws Exception {
        CaseNumber number = newCase();
        EntryId id = record(number, told(PartialDate.on(today()), "", ConsentPurpose.MEDIA));
        for (String change : List.of(
                "update consent set sealed = '\\x00' where id = '%s'",
                "update consent set recorded_at = now() where id = '%s'", "delete from consent where id = '%s'")) {
            try (Connection app = Database.app()) {
                assertThrows(SQLException.class, () -> {
                    app.setAutoCommit(false);
                    app.createStatement()
                            .execute(
                                    "select set_config('app.user', '" + MIN.id().value() + "', true)");
                    app.createStatement().executeUpdate(change.formatted(id));
                });
            }
        }
        requests.does(MIN, () -> consents.withdraw(number, id, new NewWithdrawal(today(), "")));
        try (Connection owner = Database.superuser()) {
            owner.createStatement().execute("alter table consent disable trigger consent_kept");
            owner.createStatement()
                    .executeUpdate(
                            "update consent set withdrawn_by = null, withdrawn_at = null where id = '" + id + "'");
            owner.createStatement().execute("alter table consent enable trigger consent_kept");
        }

        assertEquals(Permission.NOT_RECORDED, permit(number, ConsentPurpose.MEDIA));
    }

    private CaseNumber newCase() throws Exception {
        NewStage contact = new NewStage(
                Stage.CONTACT, PartialDate.on(today()), today(), KUNMING, Certainty.PROBABLE, "", StageDetails.none());
        NewCase reported = new NewCase(
                CaseKind.INDIVIDUAL,
                RouteKind.LAND_VIA_CHINA,
                Optional.empty(),
                Priority.NORMAL,
                List.of(WOMAN),
                contact);
        return requests.as(MIN, () -> cases.open(reported));
    }

    private EntryId record(CaseNumber number, NewConsent told) throws Exception {
        ParticipantId who = of(number).people().get(0);
        return requests.as(MIN, () -> consents.record(number, Set.of(who), told));
    }

    private Permission permit(CaseNumber number, ConsentPurpose purpose) throws Exception {
        return of(number).permit(purpose);
    }

    private Consents of(CaseNumber number) throws Exception {
        return requests.as(MIN, () -> consents.of(search.view(number, AccessGroup.PARTICIPANT, AccessGroup.CONSENT)));
    }

    private static NewConsent told(PartialDate given, String withhold, ConsentPurpose... purposes) {
        return new NewConsent(Set.of(purposes), ConsentForm.SPOKEN, given, Optional.empty(), withhold, "");
    }

    private LocalDate today() {
        return told.today();
    }
}
