package org.durumi.drafts;

import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseService;
import org.durumi.cases.DecisionService;
import org.durumi.cases.NewTransfer;
import org.durumi.cases.NewTransferAnswer;
import org.durumi.cases.TransferEnd;
import org.durumi.cases.TransferService;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.session.KeptForms;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.MinutePassed;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.RowKey;
import org.durumi.vault.Vault;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody has begun is theirs alone, is not lost before they send it or thirty days pass, and then is gone with its key. */
@ExtendWith(ArquillianExtension.class)
class DraftsIT {
    private static final TeamId NEAR = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000b7");
    private static final TeamId FAR = TeamId.of("7d9c1d5e-0000-4000-8000-0000000000b8");
    private static final Actor COLLEAGUE = actor("draft-colleague", Role.CASEWORKER, NEAR);
    private static final Actor SUPERVISOR = actor("draft-supervisor", Role.SUPERVISOR, NEAR);
    private static final Actor STRANGER = actor("draft-stranger", Role.CASEWORKER, FAR);
    private static final Actor OTHER = actor("draft-other", Role.SUPERVISOR, FAR);
    private static final Map<String, List<String>> TYPED =
            Map.of("person1.hangul", List.of("한별"), "kind", List.of("PAIR"));

    @Inject
    Requests requests;

    @Inject
    DraftService drafts;

    @Inject
    TeamDraftService team;

    @Inject
    Drafts stored;

    @Inject
    CaseService cases;

    @Inject
    DecisionService decisions;

    @Inject
    TransferService transfers;

    @Inject
    KeptForms copies;

    @Inject
    Vault vault;

    @Inject
    AccessLog log;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    @Inject
    Event<MinutePassed> minutes;

    @Inject
    Told told;

    /** Somebody whom no other test knows: a person has twenty drafts at most. */
    private Actor owner;

    private DraftId id;

    private static Actor actor(String name, Role role, TeamId team) {
        return new Actor(new UserId(name), Set.of(role), Optional.of(team), "");
    }

    @BeforeEach
    void somebody_has_begun() throws Exception {
        owner = actor("draft-owner-" + UUID.randomUUID(), Role.CASEWORKER, NEAR);
        told.team(NEAR, owner, COLLEAGUE, SUPERVISOR);
        told.team(FAR, STRANGER, OTHER);
        id = begun();
    }

    private DraftId begun() throws Exception {
        return requests.as(owner, () -> drafts.begin(TYPED, each -> "/intake/" + each + "/kind"));
    }

    @Test
    void only_its_owner_reads_it_and_the_log_says_so_without_a_number() throws Exception {
        assertEquals(TYPED, typed(owner));
        requests.does(owner, () -> drafts.keep(id, DraftsIT::alsoRoute, "/intake/" + id + "/people"));

        assertEquals(List.of("LAND"), typed(owner).get("route"));
        assertEquals(TYPED.get("kind"), typed(owner).get("kind"));
        assertEquals("/intake/" + id + "/people", mine(owner).get(0).address());
        for (Actor each : List.of(COLLEAGUE, STRANGER, SUPERVISOR, OTHER)) {
            assertThrows(NotFound.class, () -> typed(each), each.id().value());
            assertThrows(NotFound.class, () -> requests.does(each, () -> drafts.giveUp(id)));
            assertThrows(NotFound.class, () -> requests.does(each, () -> drafts.keep(id, DraftsIT::alsoRoute, "/x")));
            assertEquals(List.of(), mine(each));
        }
        assertEquals(
                List.of("CHANGE {DRAFT}", "CREATE {DRAFT}", "LIST {DRAFT}", "OPEN {DRAFT}"),
                Database.lines(
                        "select distinct action || ' ' || field_groups::text from access_entry where actor = ? order by 1",
                        owner.id().value()));
        assertEquals(
                List.of(),
                Database.lines(
                        "select unnest(case_refs) from access_entry where actor = ?",
                        owner.id().value()));
    }

    @Test
    void the_database_shows_it_to_its_owner_and_to_the_supervisors_of_their_team() throws Exception {
        assertEquals(1, seenBy("app.user", owner.id().value()));
        assertEquals(0, seenBy("app.user", COLLEAGUE.id().value()));
        assertEquals(0, seenBy("app.user", ""));
        assertEquals(0, seenBy("app.reader", owner.id().value()));
        assertEquals(1, seenBy("app.team", NEAR.value().toString()));
        assertEquals(0, seenBy("app.team", FAR.value().toString()));
        try (Connection job = Database.job();
                Statement statement = job.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeQuery("select from draft"));
        }
        try (Connection app = Database.appOf(owner.id());
                Statement statement = app.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("update draft set number = number"));
        }
        try (Connection app = Database.appOf(owner.id());
                Statement statement = app.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("update draft set user_id = 'draft-stranger'"));
        }
        assertEquals(
                List.of("0"),
                Database.lines("select count(*) from draft where position(convert_to('한별', 'UTF8') in sealed) > 0"));
    }

    @Test
    void a_form_of_a_case_is_kept_for_who_may_read_it_as_often_as_they_like_until_it_was_sent() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        DraftId first = form(number);
        DraftId second = form(number);
        assertEquals(
                Set.of(true, false), mine(owner).stream().map(DraftLine::isForm).collect(Collectors.toSet()));
        assertThrows(NotFound.class, () -> requests.as(COLLEAGUE, () -> keeps(number)));
        assertThrows(NotFound.class, () -> requests.as(SUPERVISOR, () -> keeps(number)));

        requests.does(COLLEAGUE, () -> drafts.sent(first));
        assertEquals(TYPED, requests.as(owner, () -> drafts.read(first)).typed(), "somebody else's stays");
        requests.does(owner, () -> drafts.sent(first));
        requests.does(owner, () -> drafts.sent(first));
        assertThrows(NotFound.class, () -> requests.as(owner, () -> drafts.read(first)));
        assertEquals(TYPED, requests.as(owner, () -> drafts.read(second)).typed());
    }

    @Test
    void what_was_typed_for_a_case_goes_with_it_when_it_is_erased() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        DraftId kept = form(number);
        requests.does(owner, () -> copies.keepAs(kept.value(), owner.id(), "/cases/" + number, TYPED));
        try (Connection superuser = Database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "update case_file set closed_at = now(), closed_by = 'x', close_reason = 'OTHER', erased_at = now() where number = '"
                            + number + "'");
        }
        assertEquals(List.of("0"), Database.lines("select count(*) from draft where number = ?", number.value()));
        assertEquals("0", copies(kept));
    }

    @Test
    void a_form_is_opened_only_to_who_may_read_its_case_now() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        DraftId kept = form(number);
        requests.does(SUPERVISOR, () -> decisions.assign(number, COLLEAGUE.id()));
        requests.does(SUPERVISOR, () -> decisions.unassign(number, assignment(number, owner)));

        assertThrows(NotFound.class, () -> requests.as(owner, () -> drafts.read(kept)));
        assertThrows(
                NotFound.class, () -> requests.does(owner, () -> drafts.keep(kept, DraftsIT::alsoRoute, "/drafts/x")));
        assertThrows(
                NotFound.class,
                () -> requests.as(owner, () -> drafts.keepForm(number, TYPED, Optional.of(kept), DraftId.create())));
        assertTrue(Database.lines(
                        "select case_refs::text from access_entry where actor = ? and outcome = 'REFUSED'",
                        owner.id().value())
                .contains("{" + number + "}"));
        assertEquals(Map.of(id, false, kept, true), waits(owner));

        requests.does(SUPERVISOR, () -> team.handOver(kept, COLLEAGUE.id()));
        assertEquals(TYPED, requests.as(COLLEAGUE, () -> drafts.read(kept)).typed(), "who works on the case");
        assertEquals(
                List.of("1"),
                Database.lines(
                        "select count(*) from access_entry where actor = ? and action = 'OPEN' and field_groups = '{DRAFT}' and ? = any (case_refs)",
                        COLLEAGUE.id().value(),
                        number.value()));
        requests.does(COLLEAGUE, () -> drafts.giveUp(kept));
    }

    @Test
    void who_gets_a_form_of_a_case_on_which_they_do_not_work_waits_with_it() throws Exception {
        DraftId kept = form(told.caseOf(owner, WOMAN));
        requests.does(SUPERVISOR, () -> team.handOver(kept, COLLEAGUE.id()));

        assertThrows(NotFound.class, () -> requests.as(COLLEAGUE, () -> drafts.read(kept)));
        assertThrows(NotFound.class, () -> requests.as(owner, () -> drafts.read(kept)));
        assertEquals(true, waits(COLLEAGUE).get(kept));
        assertEquals(Map.of(), typed(COLLEAGUE, kept));
        requests.does(COLLEAGUE, () -> drafts.giveUp(kept));
    }

    @Test
    void a_case_that_went_to_another_team_is_named_to_nobody_of_this_one() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        DraftId kept = form(number);
        assertTrue(ofOwner(SUPERVISOR).contains(kept));
        assertEquals(TYPED, typed(owner, kept));
        assertEquals(
                List.of("{" + number + "}"),
                Database.lines(
                        "select case_refs::text from access_entry where actor = ? and action = 'LIST' and field_groups = '{DRAFT}' and case_refs <> '{}'",
                        owner.id().value()));
        EntryId offer = requests.as(
                SUPERVISOR,
                () -> transfers.offer(number, new NewTransfer(FAR, "They moved on to where the other team works", "")));
        requests.does(
                OTHER,
                () -> transfers.answer(offer, new NewTransferAnswer(TransferEnd.ACCEPTED, Set.of(STRANGER.id()), "")));

        assertEquals(List.of(id), ofOwner(SUPERVISOR));
        assertThrows(NotFound.class, () -> requests.does(SUPERVISOR, () -> team.handOver(kept, COLLEAGUE.id())));
        assertThrows(NotFound.class, () -> requests.as(owner, () -> drafts.read(kept)));
        assertEquals(true, waits(owner).get(kept));
    }

    @Test
    void the_same_form_is_kept_in_the_same_draft_however_often_it_is_sent() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        DraftId own = DraftId.create();
        for (int i = 0; i < 2; i++) {
            assertEquals(own, requests.as(owner, () -> drafts.keepForm(number, TYPED, Optional.empty(), own)));
        }
        Map<String, List<String>> other = alsoRoute(TYPED);
        DraftId elsewhere = DraftId.create();
        assertEquals(own, requests.as(owner, () -> drafts.keepForm(number, other, Optional.of(own), elsewhere)));
        assertEquals(other, requests.as(owner, () -> drafts.read(own)).typed());
        assertEquals(2, mine(owner).size());

        requests.does(owner, () -> drafts.sent(own));
        RuleViolation gone = assertThrows(
                RuleViolation.class,
                () -> requests.as(owner, () -> drafts.keepForm(number, other, Optional.of(own), elsewhere)));
        assertEquals(DraftService.GONE, gone.messageKey());
    }

    @Test
    void what_is_kept_of_one_case_is_never_put_into_the_draft_of_another_or_of_an_intake() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        CaseNumber another = told.caseOf(owner, WOMAN);
        DraftId kept = form(number);
        Map<String, List<String>> other = alsoRoute(TYPED);
        for (DraftId from : List.of(kept, id)) {
            DraftId begun =
                    requests.as(owner, () -> drafts.keepForm(another, other, Optional.of(from), DraftId.create()));
            assertEquals(another, requests.as(owner, () -> drafts.read(begun)).number());
            assertEquals(TYPED, requests.as(owner, () -> drafts.read(from)).typed());
        }
        DraftId begun = requests.as(owner, () -> drafts.keepForm(another, other, Optional.empty(), kept));
        assertNotEquals(kept, begun, "nor by its own name");
        requests.does(owner, () -> drafts.sent(id));
        assertEquals(TYPED, typed(owner), "an intake is sent otherwise");
    }

    @Test
    void the_copy_of_who_has_it_open_goes_with_whatever_becomes_of_it() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        for (int what = 0; what < 4; what++) {
            DraftId kept = form(number);
            requests.does(owner, () -> copies.keepAs(kept.value(), owner.id(), "/cases/" + number, TYPED));
            requests.does(owner, () -> copies.keepAs(kept.value(), owner.id(), "/cases/" + number, TYPED));
            assertEquals("1", copies(kept));
            switch (what) {
                case 0 -> requests.as(owner, () -> drafts.keepForm(number, TYPED, Optional.of(kept), kept));
                case 1 -> requests.does(owner, () -> drafts.sent(kept));
                case 2 -> requests.does(owner, () -> drafts.giveUp(kept));
                default -> requests.does(SUPERVISOR, () -> team.handOver(kept, COLLEAGUE.id()));
            }
            assertEquals("0", copies(kept), "after " + what);
        }
    }

    @Test
    void a_copy_is_put_only_for_whose_the_draft_is_now() throws Exception {
        CaseNumber number = told.caseOf(owner, WOMAN);
        DraftId kept = form(number);
        assertTrue(requests.as(owner, () -> drafts.isMine(kept)));
        assertFalse(requests.as(owner, () -> drafts.isMine(id)), "an intake is no form");
        assertTrue(requests.as(owner, () -> copies.keepAs(kept.value(), owner.id(), "/cases/" + number, TYPED)));
        requests.does(SUPERVISOR, () -> team.handOver(kept, COLLEAGUE.id()));

        assertFalse(requests.as(owner, () -> drafts.isMine(kept)));
        assertFalse(requests.as(owner, () -> copies.keepAs(kept.value(), owner.id(), "/cases/" + number, TYPED)));
        assertEquals("0", copies(kept));
        requests.does(COLLEAGUE, () -> drafts.giveUp(kept));
    }

    private List<DraftLine> mine(Actor who) throws Exception {
        return requests.as(who, drafts::mine).stream().map(MyDraft::line).toList();
    }

    /** What the list of its owner knows of a draft. */
    private Map<String, List<String>> typed(Actor who, DraftId which) throws Exception {
        return requests.as(who, drafts::mine).stream()
                .filter(each -> each.line().id().equals(which))
                .findFirst()
                .orElseThrow()
                .typed();
    }

    private DraftId form(CaseNumber number) throws Exception {
        return requests.as(owner, () -> keeps(number));
    }

    private DraftId keeps(CaseNumber number) {
        return drafts.keepForm(number, TYPED, Optional.empty(), DraftId.create());
    }

    private static String copies(DraftId of) throws SQLException {
        return Database.lines("select count(*) from kept_form where id = cast(? as uuid)", of.toString())
                .get(0);
    }

    private static EntryId assignment(CaseNumber number, Actor of) throws SQLException {
        return new EntryId(UUID.fromString(Database.lines(
                        "select a.id from assignment a join case_file f on f.id = a.case_id where f.number = ? and a.user_id = ?",
                        number.value(),
                        of.id().value())
                .get(0)));
    }

    private Map<DraftId, Boolean> waits(Actor who) throws Exception {
        return mine(who).stream().collect(Collectors.toMap(DraftLine::id, DraftLine::waits));
    }

    private List<DraftId> ofOwner(Actor supervisor) throws Exception {
        return requests.as(supervisor, () -> team.of(owner.id())).stream()
                .map(DraftLine::id)
                .toList();
    }

    @Test
    void twenty_are_enough() throws Exception {
        for (int i = 1; i < 20; i++) {
            begun();
        }
        RuleViolation refused = assertThrows(RuleViolation.class, this::begun);
        assertTrue(refused.getMessage().contains("draft.too-many"), refused.getMessage());
        requests.does(owner, () -> drafts.giveUp(id));
        begun();
    }

    @Test
    void a_number_is_given_once_whatever_becomes_of_the_draft() throws Exception {
        CaseNumber number = number();
        assertNotEquals(number, requests.as(owner, () -> cases.reserveNumber()));
        try (Connection app = Database.app()) {
            assertEquals("f", one(app, "select give_number('" + number + "')"));
            assertEquals("f", one(app, "select give_number('nonsense')"));
        }
        requests.does(owner, () -> drafts.giveUp(id));
        try (Connection app = Database.app()) {
            assertEquals("f", one(app, "select give_number('" + number + "')"), "also when it was given up");
        }
        CaseNumber without = told.caseOf(owner, WOMAN);
        try (Connection app = Database.app()) {
            assertEquals("f", one(app, "select give_number('" + without + "')"), "and that of a case without a draft");
        }
    }

    @Test
    void it_is_sent_once_under_its_number_and_its_key_is_gone() throws Exception {
        CaseNumber number = number();
        requests.does(owner, () -> {
            transaction.begin();
            cases.open(told.intake(WOMAN), drafts.take(id).number());
            transaction.rollback();
        });
        assertEquals(TYPED, typed(owner), "what failed lost nothing");

        int opened = requests
                .atOnce(4, owner, () -> {
                    transaction.begin();
                    try {
                        cases.open(told.intake(WOMAN), drafts.take(id).number());
                        transaction.commit();
                        return 1;
                    } catch (NotFound faster) {
                        transaction.rollback();
                        return 0;
                    }
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertEquals(1, opened);
        assertEquals(List.of("1"), Database.lines("select count(*) from case_file where number = ?", number.value()));
        assertGone();
    }

    @Test
    void what_was_given_up_is_gone_with_its_key() throws Exception {
        requests.does(owner, () -> drafts.giveUp(id));

        assertGone();
        assertThrows(NotFound.class, () -> requests.does(owner, () -> drafts.giveUp(id)));
        assertEquals(
                List.of("{DRAFT}"),
                Database.lines(
                        "select field_groups::text from access_entry where actor = ? and action = 'ERASE'",
                        owner.id().value()));
    }

    @Test
    void after_thirty_days_untouched_it_is_forgotten() throws Exception {
        DraftId younger = begun();
        age(younger, Duration.ofDays(30).minusHours(1));
        age(id, Duration.ofDays(30));

        minutes.fire(new MinutePassed());

        assertGone();
        assertEquals(List.of(younger), mine(owner).stream().map(DraftLine::id).toList());
        assertTrue(Database.lines("select action from access_entry where actor = 'drafts'")
                .contains("ERASE"));
    }

    @Test
    void a_supervisor_hands_over_what_waits_and_who_had_it_reads_it_no_more() throws Exception {
        assertFalse(waiting(SUPERVISOR).contains(id), "nobody watches over shoulders");
        age(id, Duration.ofDays(3));

        assertTrue(waiting(SUPERVISOR).contains(id));
        assertFalse(waiting(OTHER).contains(id));
        assertEquals(List.of(), waiting(COLLEAGUE));
        assertThrows(NotFound.class, () -> requests.does(OTHER, () -> team.handOver(id, STRANGER.id())));
        assertThrows(NotFound.class, () -> requests.does(owner, () -> team.handOver(id, COLLEAGUE.id())));
        for (Actor each : List.of(STRANGER, SUPERVISOR, owner)) {
            assertThrows(RuleViolation.class, () -> requests.does(SUPERVISOR, () -> team.handOver(id, each.id())));
        }
        requests.does(SUPERVISOR, () -> team.handOver(id, COLLEAGUE.id()));

        assertThrows(NotFound.class, () -> typed(owner));
        assertThrows(NotFound.class, () -> typed(SUPERVISOR));
        assertEquals(TYPED, typed(COLLEAGUE));
        assertTrue(Database.lines(
                        "select field_groups::text from access_entry where actor = 'draft-supervisor' and action = 'CHANGE'")
                .stream()
                .allMatch(each -> each.contains("DRAFT") && each.contains("ASSIGNMENT")));
        requests.does(COLLEAGUE, () -> drafts.giveUp(id));
    }

    @Test
    void a_row_that_somebody_changed_opens_nothing() throws Exception {
        DraftId another = begun();
        change("update draft set user_id = 'draft-stranger' where id = ?", id);
        assertThrows(NotFound.class, () -> typed(STRANGER));
        assertThrows(NotFound.class, () -> typed(owner));
        change("update draft set user_id = '" + owner.id().value() + "' where id = ?", id);
        assertEquals(TYPED, typed(owner));

        change("update draft set wrapped = (select wrapped from draft where id = '" + another + "') where id = ?", id);
        assertThrows(NotFound.class, () -> typed(owner), "the key of another draft");
        change("update draft set address = '/cases' where id = ?", another);
        assertEquals(List.of(id), mine(owner).stream().map(DraftLine::id).toList());
        assertTrue(Database.lines(
                        "select field_groups::text from access_entry where actor = ? and outcome = 'REFUSED'",
                        owner.id().value())
                .contains("{DRAFT}"));
    }

    private static Map<String, List<String>> alsoRoute(Map<String, List<String>> before) {
        Map<String, List<String>> all = new HashMap<>(before);
        all.put("route", List.of("LAND"));
        return all;
    }

    private Map<String, List<String>> typed(Actor who) throws Exception {
        return requests.as(who, () -> drafts.read(id).typed());
    }

    private CaseNumber number() throws Exception {
        return requests.as(owner, () -> drafts.read(id).number());
    }

    private List<DraftId> waiting(Actor who) throws Exception {
        return requests.as(who, () -> team.waiting().stream().map(DraftLine::id).toList());
    }

    /** Lets a draft of the owner look as if they had kept it so long ago. */
    private void age(DraftId which, Duration ago) throws Exception {
        requests.does(owner, () -> {
            transaction.begin();
            Draft draft = stored.lock(which).orElseThrow();
            RowKey key = vault.rowKey(
                    Draft.TABLE,
                    which.value(),
                    draft.kekVersion(),
                    draft.wrapped(),
                    log.record(Access.of(AccessAction.OPEN, AccessGroup.DRAFT)));
            draft.open(key);
            stored.save(
                    draft.keep(draft.typed(), draft.address(), clock.instant().minus(ago), key, macs));
            transaction.commit();
        });
    }

    private void assertGone() throws SQLException {
        assertEquals(
                List.of("0"), Database.lines("select count(*) from draft where id = cast(? as uuid)", id.toString()));
    }

    private static void change(String sql, DraftId which) throws SQLException {
        try (Connection superuser = Database.superuser();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setObject(1, which.value());
            assertEquals(1, statement.executeUpdate());
        }
    }

    private int seenBy(String setting, String value) throws SQLException {
        try (Connection app = Database.app()) {
            app.setAutoCommit(false);
            one(app, "select set_config('" + setting + "', '" + value + "', true)");
            return Integer.parseInt(one(app, "select count(*) from draft where id = '" + id + "'"));
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
