package org.durumi.inside;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewCase;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.Priority;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.NewDevice;
import org.durumi.costs.NewQuote;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.identity.RoleGrants;
import org.durumi.identity.RoleGrants.AtConsole;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.route.Certainty;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/** How most tests inside the server begin: the north team, and a case that one of its caseworkers was told today. */
@ApplicationScoped
public class Told {
    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    CaseSearch search;

    @Inject
    StaffDirectory staff;

    @Inject
    Macs macs;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Clock clock;

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul"));
    }

    /** Haneul, Seo and these people work in the north team. */
    public void northTeam(Actor... others) throws Exception {
        team(TEAM, Stream.concat(Stream.of(HANEUL, SEO), Stream.of(others)).toArray(Actor[]::new));
    }

    /** Somebody who belongs to no team. */
    public void introduce(Actor who) throws Exception {
        requests.does(SEO, () -> introduceWithRole(who));
    }

    /** They could sign in too. */
    private void introduceWithRole(Actor who) {
        staff.introduce(who.id(), who.id().value(), who.roles());
        staff.came(who.id(), clock.instant());
        RoleGrants roles = new RoleGrants(Statements.on(database), macs);
        Signed console = new Signed(RoleGrants.CONSOLE, clock.instant());
        if (roles.giveAtConsole(who.id(), who.recordedRole(), console) == AtConsole.ASKED) {
            // Tests before this one have introduced two administrators.
            UserId administrator = roles.having(Role.ADMINISTRATOR).stream()
                    .filter(each -> !each.equals(who.id()))
                    .findFirst()
                    .orElseThrow();
            UUID asked = roles.current(who.id()).orElseThrow().id();
            roles.confirm(who.id(), asked, new Signed(administrator, console.at()));
        }
    }

    /** Nobody of them may come in any more. */
    public void losesRole(Actor who) throws Exception {
        requests.does(
                SEO,
                () -> new RoleGrants(Statements.on(database), macs)
                        .end(who.id(), Actor.system("test").signed(clock.instant())));
    }

    /** What was asked for waits: nobody has ever confirmed it. */
    public void losesConfirmation(Actor who) throws Exception {
        try (Connection superuser = Database.superuser()) {
            Statements.on(superuser)
                    .run(
                            "delete from role_confirmation where id in (select id from role_grant where user_id = ?)",
                            who.id().value());
        }
    }

    public void team(TeamId team, Actor... people) throws Exception {
        requests.does(SEO, () -> {
            staff.found(team, "Team " + team.value());
            for (Actor each : people) {
                introduceWithRole(each);
                staff.putIntoTeam(each.id(), team, each.signed(clock.instant()));
            }
        });
    }

    /** What is reported of one or two people who want to leave. */
    public NewCase intake(NewParticipant... people) {
        return new NewCase(
                people.length == 1 ? CaseKind.INDIVIDUAL : CaseKind.PAIR,
                RouteKind.LAND_VIA_CHINA,
                Optional.empty(),
                Priority.NORMAL,
                List.of(people),
                report(Stage.CONTACT));
    }

    public CaseNumber caseOf(Actor caseworker, NewParticipant... people) throws Exception {
        return requests.as(caseworker, () -> cases.open(intake(people)));
    }

    public NewStage report(Stage stage) {
        return report(stage, StageDetails.none());
    }

    public NewStage report(Stage stage, StageDetails details) {
        return report(stage, "told by a relative", details);
    }

    public NewStage report(Stage stage, String reason, StageDetails details) {
        return new NewStage(stage, PartialDate.on(today()), today(), KUNMING, Certainty.PROBABLE, reason, details);
    }

    /** Those of a case of Haneul's, in the order in which they were told. */
    public List<Participant> participants(CaseNumber number) throws Exception {
        return requests.as(HANEUL, () -> search.view(number, AccessGroup.PARTICIPANT))
                .participants();
    }

    /** A list of one case, or of none if it is filtered by another level than it has. */
    public static CaseFilter only(CaseNumber number, Optional<Level> level) {
        CaseFilter all = CaseFilter.all();
        return new CaseFilter(
                all.team(),
                all.caseworker(),
                CaseNumberEnd.read(number.value().substring(4)),
                all.stage(),
                level,
                all.kind(),
                all.country(),
                false,
                all.sort(),
                false,
                0);
    }

    /** The usual price that a broker asks of one person. */
    public NewQuote quote(BrokerId broker, ParticipantId whose) {
        return new NewQuote(
                broker,
                Set.of(whose),
                PriceBasis.PER_PERSON,
                Money.of("10000000", "KRW"),
                "",
                Optional.empty(),
                "",
                today(),
                Optional.empty(),
                ObtainedHow.CLIENT_REPORTED);
    }

    /** A case of Haneul's as a list shows it. */
    public CaseFile listed(CaseNumber number) throws Exception {
        return requests.as(HANEUL, () -> search.list(only(number, Optional.empty())))
                .lines()
                .get(0)
                .file();
    }

    /** The first of a case of Haneul's has reached a stage. */
    public void enters(CaseNumber number, NewStage next) throws Exception {
        Participant first = participants(number).getFirst();
        requests.does(HANEUL, () -> cases.enterStage(number, first.id(), next, first.version()));
    }

    /** A phone that nobody else has, registered with the police and carried along, or not: if it is, nobody leaves with it. */
    public static NewDevice phone(Answer registered) {
        ThreadLocalRandom any = ThreadLocalRandom.current();
        return new NewDevice(
                "phone",
                "+86 139-" + any.nextInt(1000, 9999) + "-" + any.nextInt(1000, 9999),
                registered,
                registered,
                false,
                false,
                true,
                PartialDate.unknown(),
                PartialDate.unknown());
    }
}
