package org.durumi.links;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseDescription;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.CaseView;
import org.durumi.cases.GrantService;
import org.durumi.cases.NewSplit;
import org.durumi.cases.NewTakingOut;
import org.durumi.cases.Participant;
import org.durumi.cases.Priority;
import org.durumi.cases.SplitService;
import org.durumi.cases.TakingOutService;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.CorrectionService;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewLeg;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.BrokerService;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.evidence.SourceService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.links.LinkService.Pair;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links between cases of one team and of two, what each side learns of the other, and who may read what for a while. */
@ExtendWith(ArquillianExtension.class)
class LinksIT {
    private static final TeamId EAST = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000e1");
    private static final TeamId WEST = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000e2");
    private static final Actor MIN = actor("links-min", Role.CASEWORKER, EAST);
    private static final Actor RYU = actor("links-ryu", Role.CASEWORKER, EAST);
    private static final Actor MOON = actor("links-moon", Role.SUPERVISOR, EAST);
    private static final Actor JI = actor("links-ji", Role.CASEWORKER, WEST);
    private static final Actor SUN = actor("links-sun", Role.SUPERVISOR, WEST);
    private static final CaseNumber NOBODYS = new CaseNumber("C-2026-000000");

    @Inject
    Requests requests;

    @Inject
    LinkService links;

    @Inject
    GrantService grants;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CorrectionService corrections;

    @Inject
    PersonService people;

    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    TakingOutService takingOut;

    @Inject
    SplitService splits;

    @Inject
    Told told;

    private CaseNumber east;
    private CaseNumber west;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void a_case_of_each_team() throws Exception {
        told.team(EAST, MIN, RYU, MOON);
        told.team(WEST, JI, SUN);
        east = told.caseOf(MIN, WOMAN);
        west = told.caseOf(JI, WOMAN);
    }

    @Test
    void in_one_team_a_caseworker_wishes_and_a_supervisor_decides() throws Exception {
        CaseNumber other = told.caseOf(MIN, WOMAN);
        EntryId link = wants(MIN, east, other, LinkKind.SAME_BROKER);

        assertEquals("WISHED C", said(MIN, east));
        assertEquals("", said(MIN, other), "the other side hears of nothing that somebody only thought");
        assertEquals(Set.of(east), waiting(MOON));
        assertEquals(Set.of(), waiting(SUN));
        assertThrows(RuleViolation.class, () -> does(MIN, east, link, LinkAct.ASK, ""));

        does(MOON, east, link, LinkAct.ASK, "");

        assertEquals("STANDS C", said(MOON, east));
        assertEquals("STANDS C", said(MOON, other));
        assertEquals(Set.of(), waiting(MOON));
        assertEquals(1, requests.as(MIN, () -> numberOf(east)));
        assertThrows(RuleViolation.class, () -> does(MIN, east, link, LinkAct.END, "over"));
        assertThrows(RuleViolation.class, () -> does(MOON, other, link, LinkAct.END, " "), "a reason is needed");
        does(MOON, other, link, LinkAct.END, "It was another broker.");
        assertEquals("ENDED C", said(MIN, east));
        assertEquals("It was another broker.", only(MIN, east).link().whyEnded());
        assertEquals(0, requests.as(MIN, () -> numberOf(east)));
    }

    @Test
    void a_colleagues_case_is_linked_without_showing_it() throws Exception {
        CaseNumber colleagues = told.caseOf(RYU, WOMAN);

        does(MOON, east, wants(MIN, east, colleagues, LinkKind.COMPANION), LinkAct.ASK, "");

        LinkLine line = only(MIN, east);
        assertEquals("STANDS -", said(line));
        assertEquals(List.of("links-moon"), line.whom().orElseThrow().supervisors());
        assertEquals("STANDS -", said(RYU, colleagues));
        assertEquals(Optional.of(colleagues), only(MOON, east).number());
    }

    @Test
    void an_unknown_number_ones_own_and_a_foreign_one_are_answered_alike() throws Exception {
        for (CaseNumber number : List.of(NOBODYS, east, west)) {
            wants(MOON, east, number, LinkKind.SAME_EVENT);
        }

        List<LinkLine> lines = lines(MOON, east);
        assertEquals(3, lines.size());
        for (LinkLine line : lines) {
            assertEquals("ASKED -", said(line));
            assertEquals(Optional.empty(), line.whom());
        }
        assertEquals(Set.of(west), waiting(SUN), "only one of them has somebody to ask");
        for (LinkLine line : lines) {
            does(MOON, east, line.link().id(), LinkAct.END, "Nobody answers.");
        }
        for (LinkLine line : lines(MOON, east)) {
            assertEquals("ENDED -", said(line));
            assertEquals(Optional.empty(), line.whom(), "nor does who takes the question back learn it");
        }
    }

    @Test
    void the_second_time_a_number_is_answered_as_the_first_time() throws Exception {
        for (CaseNumber number : List.of(NOBODYS, east, west)) {
            wants(MIN, east, number, LinkKind.SAME_LEG);
            wants(MIN, east, number, LinkKind.SAME_LEG);
        }
        assertEquals(6, lines(MIN, east).size());
        CaseNumber other = told.caseOf(MIN, WOMAN);
        assertEquals(
                wants(MIN, east, other, LinkKind.SAME_LEG),
                wants(MIN, east, other, LinkKind.SAME_LEG),
                "who may read the other case is told that they are linked already");
    }

    @Test
    void a_typed_number_does_not_tell_whether_it_was_suggested() throws Exception {
        phone(MIN, east, "+86 138 0013 8021");
        phone(JI, west, "+86 138 0013 8021");
        wants(MIN, east, west, LinkKind.SAME_DEVICE);
        assertEquals(1, requests.as(MIN, () -> links.suggest(east)), "as if another number had been typed");

        wants(MIN, east, west, LinkKind.SAME_DEVICE);

        assertEquals(
                List.of("SUGGESTED -", "WISHED -", "WISHED -"),
                lines(MIN, east).stream().map(LinksIT::said).sorted().toList());
        assertEquals(0, requests.as(MIN, () -> links.suggest(east)));
    }

    @Test
    void what_one_side_dismissed_by_itself_hides_nothing_from_the_other() throws Exception {
        phone(MIN, east, "+86 138 0013 8022");
        phone(JI, west, "+86 138 0013 8022");
        assertEquals(1, requests.as(MIN, () -> links.suggest(east)));
        EntryId asked = wants(SUN, west, east, LinkKind.SAME_DEVICE);
        does(SUN, west, asked, LinkAct.END, "Asked by mistake.");
        does(MIN, east, suggested(MIN, east), LinkAct.DECLINE, "We do not think so.");

        assertEquals(1, requests.as(JI, () -> links.suggest(west)));

        does(SUN, west, suggested(SUN, west), LinkAct.ASK, "");
        assertEquals(Set.of(east), waiting(MOON));
    }

    private EntryId suggested(Actor who, CaseNumber number) throws Exception {
        return lines(who, number).stream()
                .filter(LinkLine::isSuggested)
                .map(each -> each.link().id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_question_of_who_has_left_the_team_is_asked_again() throws Exception {
        Actor gone = actor("links-gone", Role.SUPERVISOR, EAST);
        told.team(EAST, gone);
        EntryId link = wants(gone, east, west, LinkKind.SAME_EVENT);
        Actor there = actor("links-gone", Role.SUPERVISOR, WEST);
        told.team(WEST, there);

        for (Actor each : List.of(SUN, there)) {
            RuleViolation refused = assertThrows(RuleViolation.class, () -> does(each, west, link, LinkAct.AGREE, ""));
            assertEquals("link.ask-again", refused.messageKey());
        }
        does(MOON, east, link, LinkAct.END, "They work elsewhere now.");
        does(SUN, west, wants(MOON, east, west, LinkKind.SAME_EVENT), LinkAct.AGREE, "");
    }

    @Test
    void what_was_given_to_read_ends_with_the_link() throws Exception {
        EntryId link = samePerson();
        assertEquals(east, requests.as(SUN, () -> opened(east)).file().number());

        does(SUN, west, link, LinkAct.END, "They are two women.");

        assertThrows(NotFound.class, () -> requests.as(MOON, () -> opened(west)));
        assertThrows(NotFound.class, () -> requests.as(SUN, () -> opened(east)), "also on the other side");
        assertTrue(requests.as(MOON, () -> grants.of(opened(east).file()))
                .getFirst()
                .until()
                .isPresent());
        assertEquals(
                List.of("1"),
                Database.lines(
                        "select count(*)::text from access_entry where action = 'CHANGE' and field_groups = '{ASSIGNMENT}'"
                                + " and case_refs @> array[?, ?]::varchar[]",
                        east.value(),
                        west.value()));
    }

    @Test
    void who_was_taken_out_of_a_case_is_not_found_in_it() throws Exception {
        CaseNumber two = told.caseOf(MIN, WOMAN, WOMAN);
        ParticipantId second = last(MIN, two);
        phone(MIN, two, second, "+86 138 0013 8023");
        named(MIN, two, second, "탁은빛");
        phone(JI, west, "+86 138 0013 8023");
        named(JI, west, "탁은빛");
        assertEquals(2, requests.as(MIN, () -> links.suggest(two)));
        EntryId person = lines(MIN, two).stream()
                .filter(each -> each.link().kind() == LinkKind.SAME_PERSON)
                .map(each -> each.link().id())
                .findFirst()
                .orElseThrow();

        requests.does(MOON, () -> takingOut.takeOut(two, second, new NewTakingOut("Entered twice by mistake.")));

        assertEquals(0, requests.as(JI, () -> links.suggest(west)));
        RuleViolation refused = assertThrows(RuleViolation.class, () -> does(MOON, two, person, LinkAct.ASK, ""));
        assertEquals("taken-out.not-in", refused.messageKey());
        CaseNumber third = told.caseOf(RYU, WOMAN);
        phone(RYU, third, "+86 138 0013 8023");
        named(RYU, third, "탁은빛");
        assertEquals(0, requests.as(MIN, () -> links.suggest(two)), "nor is anybody looked for who is like them");
    }

    @Test
    void who_travelled_a_leg_at_the_same_time_is_found() throws Exception {
        CaseNumber two = told.caseOf(MIN, WOMAN, WOMAN);
        ParticipantId second = last(MIN, two);
        EntryId taxi = travelled(MIN, two, second, "Baoshan", "2024-05-04");
        travelled(JI, west, first(JI, west), "baoshan", "2024-05-06");
        CaseNumber later = told.caseOf(RYU, WOMAN);
        travelled(RYU, later, first(RYU, later), "Baoshan", "2024-05-20");

        assertEquals(1, requests.as(MIN, () -> links.suggest(two)));
        assertEquals(LinkKind.SAME_LEG, only(MIN, two).link().kind());
        assertEquals(
                List.of("2"),
                Database.lines("select covered_cases::text from access_entry"
                        + " where actor = 'link-search' and field_groups = '{LEG}' and action = 'SEARCH'"),
                "the later one shares its month and was opened, too");

        requests.does(
                MIN,
                () -> corrections.correctLeg(two, taxi, leg(second, "Baoshan", "2024-05-20"), "Two weeks later.", 0));
        assertEquals(1, requests.as(RYU, () -> links.suggest(later)), "what stands is looked for");
        assertEquals(0, requests.as(JI, () -> links.suggest(west)), "not what was corrected");

        requests.does(MOON, () -> takingOut.takeOut(two, second, new NewTakingOut("Entered twice by mistake.")));
        CaseNumber third = told.caseOf(JI, WOMAN);
        travelled(JI, third, first(JI, third), "Baoshan", "2024-05-21");
        assertEquals(1, requests.as(JI, () -> links.suggest(third)), "nor who was taken out");
    }

    private EntryId travelled(Actor who, CaseNumber number, ParticipantId traveller, String to, String left)
            throws Exception {
        return requests.as(who, () -> circumstances.recordLeg(number, leg(traveller, to, left)));
    }

    private static NewLeg leg(ParticipantId traveller, String to, String left) {
        return new NewLeg(
                Set.of(traveller),
                new Place("", "CN"),
                new Place(to, "CN"),
                Means.BUS,
                "",
                Border.NONE,
                PartialDate.on(LocalDate.parse(left)),
                PartialDate.unknown(),
                Optional.empty(),
                Optional.empty(),
                LegState.DONE);
    }

    @Test
    void what_a_split_copied_is_no_link() throws Exception {
        CaseNumber two = told.caseOf(MIN, WOMAN, WOMAN);
        phone(MIN, two, "+86 138 0013 8024");
        ParticipantId second = last(MIN, two);
        phone(MIN, two, second, "+86 138 0013 8024");
        named(MIN, two, "탁금빛");
        named(MIN, two, second, "탁금빛");
        CaseNumber own = requests.as(
                MOON,
                () -> splits.split(
                        two,
                        new NewSplit(
                                Set.of(second),
                                CaseKind.INDIVIDUAL,
                                RouteKind.LAND_VIA_CHINA,
                                "She goes on alone, with other people.")));

        assertEquals(0, requests.as(MOON, () -> links.suggest(two)));
        assertEquals(0, requests.as(MOON, () -> links.suggest(own)));
    }

    @Test
    void of_two_teams_each_sees_its_own_side_and_both_must_agree() throws Exception {
        EntryId link = wants(MOON, east, west, LinkKind.SAME_EVENT);

        LinkLine asked = only(SUN, west);
        assertEquals("ASKED -", said(asked));
        assertEquals("Team " + EAST.value(), asked.whom().orElseThrow().team());
        assertThrows(RuleViolation.class, () -> does(JI, west, link, LinkAct.AGREE, ""), "not a caseworker");
        assertThrows(RuleViolation.class, () -> does(MOON, east, link, LinkAct.AGREE, ""), "not for the other side");
        assertThrows(NotFound.class, () -> does(MOON, west, link, LinkAct.AGREE, ""), "nor in its case");

        does(SUN, west, link, LinkAct.AGREE, "");

        assertEquals("STANDS -", said(MOON, east));
        assertEquals("STANDS -", said(SUN, west));
        assertEquals(
                "Team " + WEST.value(), only(MOON, east).whom().orElseThrow().team());
        assertThrows(NotFound.class, () -> requests.as(MOON, () -> opened(west)));
        assertThrows(NotFound.class, () -> requests.as(SUN, () -> opened(east)));
        assertEquals(
                Set.of(east + " REQUEST", east + " APPROVE", west + " REQUEST", west + " APPROVE"),
                Set.copyOf(Database.lines(
                        "select n || ' ' || action from access_entry, unnest(case_refs) n where outcome = 'DONE'"
                                + " and action in ('REQUEST', 'APPROVE') and field_groups = '{LINK}' and n in (?, ?)",
                        east.value(),
                        west.value())),
                "the log of both cases tells of question and answer");
    }

    @Test
    void who_declines_says_why_and_the_record_suggests_it_no_more() throws Exception {
        phone(MIN, east, "+86 138 0013 8020");
        phone(JI, west, "+86-138-0013-8020");
        assertEquals(1, requests.as(MIN, () -> links.suggest(east)));
        assertEquals(0, requests.as(MIN, () -> links.suggest(east)), "what is known is not new");
        LinkLine found = only(MIN, east);
        assertEquals("SUGGESTED -", said(found));
        assertEquals(LinkKind.SAME_DEVICE, found.link().kind());
        assertEquals(Optional.empty(), found.whom());
        assertEquals("", said(SUN, west));

        does(MIN, east, found.link().id(), LinkAct.ASK, "They said so.");
        assertEquals("WISHED -", said(MIN, east));
        does(MOON, east, found.link().id(), LinkAct.ASK, "");
        assertEquals(Set.of(west), waiting(SUN));
        does(SUN, west, found.link().id(), LinkAct.DECLINE, "The phone was sold.");

        assertEquals("DECLINED -", said(MOON, east));
        assertEquals("The phone was sold.", only(MOON, east).link().whyEnded());
        assertEquals(
                "Team " + WEST.value(), only(MOON, east).whom().orElseThrow().team());
        assertEquals(0, requests.as(MIN, () -> links.suggest(east)));
        assertEquals(0, requests.as(JI, () -> links.suggest(west)));
        assertEquals(
                List.of("link-search SEARCH DEVICE 1"),
                Database.lines(
                        "select distinct actor || ' ' || action || ' ' || array_to_string(field_groups, ',') || ' '"
                                + " || covered_cases from access_entry where actor = 'link-search' and covered_cases = 1"));
    }

    @Test
    void a_name_is_found_in_another_team_and_tells_only_that_there_is_somebody() throws Exception {
        named(MIN, east, "탁솔빛");
        named(JI, west, "탁솔빛");

        assertEquals(1, requests.as(MOON, () -> links.suggest(east)));

        LinkLine found = only(MOON, east);
        assertEquals("SUGGESTED -", said(found));
        assertEquals(LinkKind.SAME_PERSON, found.link().kind());
        assertThrows(NotFound.class, () -> requests.as(JI, () -> links.suggest(east)));
    }

    @Test
    void the_same_broker_and_the_same_source_are_found_in_a_colleagues_case() throws Exception {
        CaseNumber colleagues = told.caseOf(RYU, WOMAN);
        BrokerId broker =
                requests.as(MIN, () -> brokers.add(new NewBroker(BrokerKind.BROKER, IntroducedBy.ACQUAINTANCE)));
        SourceId source = requests.as(
                MIN,
                () -> sources.add(new NewSource(
                        SourceKind.MEDIA,
                        "A paper",
                        "",
                        "",
                        PartialDate.unknown(),
                        "",
                        Optional.empty(),
                        Reliability.C,
                        false)));
        quoted(MIN, east, broker);
        quoted(RYU, colleagues, broker);
        claimed(MIN, east, source);
        claimed(RYU, colleagues, source);

        assertEquals(2, requests.as(MIN, () -> links.suggest(east)));

        assertEquals(
                Set.of("SUGGESTED - SAME_BROKER", "SUGGESTED - SAME_EVENT"),
                lines(MIN, east).stream()
                        .map(each -> said(each) + " " + each.link().kind())
                        .collect(Collectors.toSet()));
        assertEquals(Optional.of(colleagues), lines(MOON, east).getFirst().number(), "their supervisor sees which");
    }

    @Test
    void two_teams_who_agree_that_two_people_are_one_may_compare_for_a_while() throws Exception {
        assertThrows(RuleViolation.class, () -> wants(MOON, east, west, LinkKind.SAME_PERSON));
        EntryId link = samePerson();
        Pair pair = requests.as(MOON, () -> links.pair(east, link)).orElseThrow();

        assertEquals(west, pair.theirs().number());
        assertEquals(
                Optional.of(east),
                requests.as(SUN, () -> links.pair(west, link))
                        .map(each -> each.theirs().number()));
        assertEquals(
                Optional.empty(), requests.as(MIN, () -> links.pair(east, link)), "a caseworker was given nothing");
        assertEquals(west, requests.as(MOON, () -> opened(west)).file().number());
        assertEquals(
                1, requests.as(MOON, () -> people.view(west)).participants().size());
        assertThrows(NotFound.class, () -> requests.as(MOON, () -> search.export(west, AccessGroup.CASE)));
        assertThrows(NotFound.class, () -> wants(MOON, west, NOBODYS, LinkKind.SAME_EVENT));
        assertThrows(
                NotFound.class,
                () -> requests.does(
                        MOON,
                        () -> cases.describe(
                                west,
                                new CaseDescription(
                                        CaseKind.INDIVIDUAL, RouteKind.OTHER, Optional.empty(), Priority.NORMAL, ""),
                                0)));
        assertFalse(requests.as(MOON, () -> search.mine(1000)).containsValue(west), "it is none of their own");
        assertFalse(requests.as(MOON, () -> search.list(CaseFilter.all())).lines().stream()
                .anyMatch(each -> each.file().number().equals(west)));
        assertThrows(NotFound.class, () -> requests.as(RYU, () -> opened(west)));

        EntryId grant =
                requests.as(SUN, () -> grants.of(opened(west).file())).get(0).id();
        assertThrows(NotFound.class, () -> requests.does(MOON, () -> grants.end(west, grant)));
        assertThrows(NotFound.class, () -> requests.does(JI, () -> grants.end(west, grant)));
        requests.does(SUN, () -> grants.end(west, grant));

        assertThrows(RuleViolation.class, () -> requests.does(SUN, () -> grants.end(west, grant)));
        assertThrows(NotFound.class, () -> requests.as(MOON, () -> opened(west)));
        assertEquals(Optional.empty(), requests.as(MOON, () -> links.pair(east, link)));
        assertEquals(east, requests.as(SUN, () -> opened(east)).file().number(), "theirs still stands");
    }

    @Test
    void what_was_given_ends_by_itself() throws Exception {
        samePerson();
        assertEquals(west, requests.as(MOON, () -> opened(west)).file().number());

        asSuperuser("update case_grant set given_at = given_at - interval '15 days', due = due - interval '15 days'"
                + " where case_id = (select id from case_file where number = '" + west + "')");

        assertThrows(NotFound.class, () -> requests.as(MOON, () -> opened(west)));
    }

    @Test
    void what_the_application_did_not_write_links_nothing_and_opens_nothing() throws Exception {
        EntryId link = wants(MOON, east, west, LinkKind.SAME_EVENT);
        asSuperuser("update case_link set state = 'STANDS', answered_by = 'links-sun', answered_at = now() where id = '"
                + link + "'");
        assertEquals("", said(MOON, east));
        assertEquals("", said(SUN, west));
        assertEquals(Set.of(), waiting(SUN));
        assertEquals(0, requests.as(MOON, () -> numberOf(east)));
        assertThrows(NotFound.class, () -> requests.as(MOON, () -> links.pair(east, link)));

        EntryId person = samePerson();
        String copied =
                "insert into case_grant (id, case_id, user_id, due, given_by, given_at, link_id, by_organisation, mac)"
                        + " select gen_random_uuid(), case_id, '%s', due, given_by, given_at, link_id, by_organisation, mac from case_grant"
                        + " where link_id = '" + person + "' and user_id = 'links-moon'";
        asSuperuser(copied.formatted("links-ryu"));
        assertThrows(NotFound.class, () -> requests.as(RYU, () -> opened(west)));
        asSuperuser("update case_grant set due = due + interval '1 day' where user_id = 'links-moon'");
        assertThrows(NotFound.class, () -> requests.as(MOON, () -> opened(west)));
        assertTrue(Database.lines(
                        "select actor || ' ' || outcome from access_entry where ? = any (case_refs) and field_groups = '{ASSIGNMENT}'",
                        west.value())
                .contains("links-ryu REFUSED"));
    }

    @Test
    void of_an_erased_case_no_link_and_no_grant_is_left() throws Exception {
        samePerson();

        asSuperuser("update case_file set erased_at = now(), closed_at = now(), closed_by = 'x', close_reason = 'OTHER'"
                + " where number = '" + west + "'");

        assertEquals("", said(MOON, east));
        assertEquals(
                List.of("0"),
                Database.lines(
                        "select count(*) from case_grant where case_id = (select id from case_file where number = ?)",
                        west.value()));
    }

    private EntryId samePerson() throws Exception {
        EntryId link = requests.as(
                MOON,
                () -> links.want(
                        east,
                        new NewLink(west, LinkKind.SAME_PERSON, Optional.of(first(MOON, east)), "The same scar.")));
        assertThrows(RuleViolation.class, () -> does(SUN, west, link, LinkAct.AGREE, ""), "who is it?");
        ParticipantId theirs = first(SUN, west);
        requests.does(SUN, () -> links.act(west, link, new NewAnswer(LinkAct.AGREE, Optional.of(theirs), "")));
        return link;
    }

    private ParticipantId last(Actor who, CaseNumber number) throws Exception {
        return requests.as(who, () -> opened(number)).participants().getLast().id();
    }

    private ParticipantId first(Actor who, CaseNumber number) throws Exception {
        return requests.as(who, () -> opened(number)).participants().stream()
                .map(Participant::id)
                .findFirst()
                .orElseThrow();
    }

    private CaseView opened(CaseNumber number) {
        return search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.LINK, AccessGroup.ASSIGNMENT);
    }

    private EntryId wants(Actor who, CaseNumber number, CaseNumber other, LinkKind kind) throws Exception {
        return requests.as(
                who, () -> links.want(number, new NewLink(other, kind, Optional.empty(), "As both were told.")));
    }

    private void does(Actor who, CaseNumber number, EntryId link, LinkAct act, String why) throws Exception {
        requests.does(who, () -> links.act(number, link, new NewAnswer(act, Optional.empty(), why)));
    }

    private List<LinkLine> lines(Actor who, CaseNumber number) throws Exception {
        return requests.as(who, () -> links.of(opened(number).file()));
    }

    private int numberOf(CaseNumber number) {
        CaseFile file = opened(number).file();
        return links.numberOf(file, links.rows(file));
    }

    private LinkLine only(Actor who, CaseNumber number) throws Exception {
        List<LinkLine> lines = lines(who, number);
        assertEquals(1, lines.size());
        return lines.getFirst();
    }

    /** State and, if it is shown, a C for the number of the other case. */
    private String said(Actor who, CaseNumber number) throws Exception {
        return lines(who, number).stream().map(LinksIT::said).collect(Collectors.joining(", "));
    }

    private static String said(LinkLine line) {
        return line.link().state() + " " + line.number().map(each -> "C").orElse("-");
    }

    private Set<CaseNumber> waiting(Actor who) throws Exception {
        return requests.as(who, links::waiting).stream()
                .map(LinkWaiting::number)
                .filter(each -> Set.of(east, west).contains(each))
                .collect(Collectors.toSet());
    }

    private void phone(Actor who, CaseNumber number, String typed) throws Exception {
        phone(who, number, first(who, number), typed);
    }

    private void phone(Actor who, CaseNumber number, ParticipantId owner, String typed) throws Exception {
        requests.does(
                who,
                () -> circumstances.recordDevice(
                        number,
                        owner,
                        new NewDevice(
                                "phone",
                                typed,
                                Answer.UNKNOWN,
                                Answer.UNKNOWN,
                                false,
                                false,
                                false,
                                PartialDate.unknown(),
                                PartialDate.unknown())));
    }

    private void named(Actor who, CaseNumber number, String name) throws Exception {
        named(who, number, first(who, number), name);
    }

    private void named(Actor who, CaseNumber number, ParticipantId whose, String name) throws Exception {
        requests.does(
                who,
                () -> people.record(
                        number, whose, List.of(new NewName(NameForm.HANGUL, NameKind.LEGAL, name, Optional.empty()))));
    }

    private void quoted(Actor who, CaseNumber number, BrokerId broker) throws Exception {
        ParticipantId whose = first(who, number);
        requests.does(who, () -> quotes.record(number, told.quote(broker, whose)));
    }

    private void claimed(Actor who, CaseNumber number, SourceId source) throws Exception {
        requests.does(
                who,
                () -> claims.record(
                        number,
                        new NewClaim(
                                Set.of(),
                                ClaimTopic.values()[0],
                                Optional.empty(),
                                "They say so.",
                                PartialDate.unknown(),
                                PartialDate.unknown(),
                                source,
                                Credibility.POSSIBLY_TRUE,
                                Modality.ASSERTED,
                                "",
                                Optional.empty()),
                        Optional.empty()));
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
