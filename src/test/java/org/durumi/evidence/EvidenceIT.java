package org.durumi.evidence;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.StageEntry;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sources and claims with the real server: who sees them, what stands in the tables, and what becomes of them. */
@ExtendWith(ArquillianExtension.class)
class EvidenceIT {
    private static final int AT_ONCE = 8;
    private static final String CANARY = "카나리아 北京 canary";
    private static final PartialDate THAT_YEAR = PartialDate.in(Year.of(2016)).inTheWords(CANARY);

    @Inject
    Requests requests;

    @Inject
    Told told;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    CaseSearch search;

    private CaseNumber number;
    private ParticipantId first;
    private EntryId entry;
    private SourceId daily;

    @BeforeEach
    void a_paper_reports_of_a_woman() throws Exception {
        told.northTeam();
        number = told.caseOf(HANEUL, WOMAN);
        first = told.participants(number).getFirst().id();
        entry = view(HANEUL).entries().getFirst().id();
        daily = requests.as(HANEUL, () -> sources.add(paper("https://example.org/" + UUID.randomUUID())));
    }

    @Test
    void each_team_counts_its_sources_from_one_also_when_many_are_added_at_once() throws Exception {
        Actor east = caseworker("sora", new TeamId(UUID.randomUUID()));
        Actor west = caseworker("dain", new TeamId(UUID.randomUUID()));

        requests.atOnce(AT_ONCE, east, () -> sources.add(paper("")));
        requests.as(west, () -> sources.add(paper("")));

        assertEquals(
                IntStream.rangeClosed(1, AT_ONCE).mapToObj(each -> "S-" + each).toList(),
                codeNames(east).reversed());
        assertEquals(List.of("S-1"), codeNames(west));
    }

    @Test
    void a_report_is_found_by_its_link_also_when_two_note_it_at_once() throws Exception {
        String link = "https://example.org/" + UUID.randomUUID();
        NewReport report = new NewReport(CANARY, link);

        List<SourceId> noted = new ArrayList<>(requests.atOnce(AT_ONCE, HANEUL, () -> sources.ofReport(report)));
        noted.add(requests.as(HANEUL, () -> sources.ofReport(new NewReport("another", link + "/#top"))));

        assertEquals(1, Set.copyOf(noted).size());
        Source source = requests.as(HANEUL, () -> sources.one(noted.getFirst())).source();
        assertEquals(List.of(CANARY, SourceKind.MEDIA), List.of(source.known().headline(), source.kind()));
        Actor elsewhere = caseworker("byeol", new TeamId(UUID.randomUUID()));
        assertFalse(noted.contains(requests.as(elsewhere, () -> sources.ofReport(report))));
    }

    @Test
    void what_is_told_stands_in_no_table_and_opens_again() throws Exception {
        NewClaim known = claim(CANARY);
        EntryId claim = record(known);
        requests.does(HANEUL, () -> claims.judge(number, claim, new NewJudgement(ClaimState.ADOPTED, CANARY), 0));

        String ofCase = "case_id = (select id from case_file where number = '" + number + "')";
        assertHidden(Database.lines("select row::text from claim row where " + ofCase));
        assertHidden(Database.lines("select row::text from source row where original = '" + daily + "'"));
        Claim opened = evidence(HANEUL).standing(claim).orElseThrow();
        assertEquals(known, opened.known());
        assertEquals(Optional.of(CANARY), opened.judgement().map(Judgement::why));
        NewSource source =
                requests.as(HANEUL, () -> sources.one(daily)).source().known();
        assertEquals(paper(source.link()), source);
    }

    @Test
    void the_team_sees_it_and_another_team_sees_nothing() throws Exception {
        Actor elsewhere = caseworker("garam", new TeamId(UUID.randomUUID()));
        Actor colleague = caseworker("nuri", TEAM);
        record(claim("two officials left"));
        SourceId foreign = requests.as(elsewhere, () -> sources.add(paper("")));

        assertEquals(1, evidence(SEO).standing().size());
        assertThrows(NotFound.class, () -> evidence(elsewhere));
        assertThrows(NotFound.class, () -> evidence(colleague), "a caseworker sees the cases assigned to them");
        assertEquals(
                daily, requests.as(colleague, () -> sources.one(daily)).source().id());
        assertThrows(NotFound.class, () -> requests.as(elsewhere, () -> sources.one(daily)));
        assertThrows(NotFound.class, () -> requests.does(SEO, () -> sources.correct(daily, paper(""), "why", 0)));
        assertThrows(NotFound.class, () -> record(from(foreign, claim("two officials left"))));
        assertThrows(NotFound.class, () -> requests.as(SEO, () -> claims.record(number, claim("x"), Optional.empty())));
        Actor auditor = new Actor(new UserId("ohjin"), Set.of(Role.AUDITOR), Optional.empty(), "");
        assertThrows(NotFound.class, () -> requests.as(auditor, () -> sources.list(0)));
    }

    @Test
    void a_claim_that_somebody_changed_in_the_database_is_left_out_and_told_of() throws Exception {
        EntryId one = record(claim("two officials left"));
        EntryId other = record(claim("they want to go to Japan"));

        changed(
                "claim",
                "update claim set sealed = (select sealed from claim where id = '" + other + "') where id = '" + one
                        + "'");

        assertEquals(List.of(1, 1), openedAndChanged());
        changed("claim", "update claim set struck_by = 'seo', struck_at = now() where id = '" + other + "'");
        assertEquals(List.of(0, 2), openedAndChanged());
    }

    @Test
    void a_source_that_somebody_changed_in_the_database_says_so_and_is_protected() throws Exception {
        EntryId claim = record(claim("two officials left"));

        changed("source", "update source set struck_by = 'seo', struck_at = now() where original = '" + daily + "'");

        Source read = requests.as(HANEUL, () -> sources.one(daily)).source();
        assertTrue(read.isChangedOutside());
        assertTrue(read.isProtected());
        assertEquals(Reliability.F, read.reliability());
        Evidence evidence = evidence(HANEUL);
        assertTrue(evidence.source(evidence.standing(claim).orElseThrow()).isChangedOutside());
        assertThrows(NotFound.class, () -> record(claim("more")));
    }

    @Test
    void an_entry_is_as_sure_as_its_claims_until_somebody_overrules_them_with_a_reason() throws Exception {
        assertEquals(Certainty.PROBABLE, howSure().certainty());
        record(claim("the family approached the embassy"));
        requests.as(
                HANEUL,
                () -> claims.record(
                        number,
                        claim("nobody did"),
                        Optional.of(new NewRelation(
                                RelationKind.DENIES,
                                evidence(HANEUL).standing().get(0).original()))));
        assertEquals(Certainty.CONTRADICTED, howSure().certainty());

        requests.does(SEO, () -> claims.overrule(number, entry, overruling(Optional.of(Certainty.CONFIRMED))));
        assertEquals(Certainty.CONFIRMED, howSure().certainty());
        assertEquals(Optional.of(Certainty.CONTRADICTED), howSure().claimed());
        assertEquals(SEO.id(), howSure().overruling().orElseThrow().recorded().by());
        assertEquals(
                "certainty",
                assertThrows(
                                RuleViolation.class,
                                () -> requests.does(
                                        HANEUL,
                                        () -> claims.overrule(
                                                number, entry, overruling(Optional.of(Certainty.CONFIRMED)))))
                        .field());

        requests.does(HANEUL, () -> claims.overrule(number, entry, overruling(Optional.empty())));
        assertEquals(Certainty.CONTRADICTED, howSure().certainty());
        assertThrows(
                NotFound.class,
                () -> requests.does(
                        HANEUL, () -> claims.overrule(number, EntryId.create(), overruling(Optional.empty()))));
    }

    private HowSure howSure() throws Exception {
        return requests.as(HANEUL, () -> {
            CaseView view = search.view(
                    number, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, AccessGroup.CLAIM, AccessGroup.SOURCE);
            StageEntry looked = view.entries().stream()
                    .filter(each -> each.id().equals(entry))
                    .findFirst()
                    .orElseThrow();
            return claims.of(view.file()).howSure(view, looked);
        });
    }

    private static NewOverruling overruling(Optional<Certainty> certainty) {
        return new NewOverruling(certainty, "the hospital said so");
    }

    @Test
    void a_denial_contradicts_and_the_supervisor_decides() throws Exception {
        EntryId contact = record(claim("the family approached the embassy"));
        EntryId denial = requests.as(
                HANEUL,
                () -> claims.record(
                        number, claim("nobody did"), Optional.of(new NewRelation(RelationKind.DENIES, contact))));

        assertEquals(Optional.of(Certainty.CONTRADICTED), evidence(SEO).certainty(Set.of(entry), first));
        requests.does(SEO, () -> claims.judge(number, denial, new NewJudgement(ClaimState.ADOPTED, "official"), 0));
        NewJudgement adopting = new NewJudgement(ClaimState.ADOPTED, "seen by two");
        assertEquals(
                "state",
                assertThrows(
                                RuleViolation.class,
                                () -> requests.does(HANEUL, () -> claims.judge(number, contact, adopting, 0)))
                        .field());
        NewJudgement rejecting = new NewJudgement(ClaimState.REJECTED, "withdrawn");
        requests.does(HANEUL, () -> claims.judge(number, denial, rejecting, 1));
        requests.does(HANEUL, () -> claims.judge(number, contact, adopting, 0));

        assertFalse(evidence(SEO).isContradicted(evidence(SEO).standing(contact).orElseThrow()));
        assertThrows(
                ChangedMeanwhile.class, () -> requests.does(SEO, () -> claims.judge(number, contact, rejecting, 0)));
    }

    @Test
    void a_corrected_claim_keeps_its_relations_and_a_relation_is_taken_back() throws Exception {
        EntryId contact = record(claim("the official approached the embassy"));
        EntryId denial = record(claim("nobody did"));
        requests.does(HANEUL, () -> claims.relate(number, denial, new NewRelation(RelationKind.DENIES, contact)));

        NewClaim right = claim("the family approached the embassy");
        requests.does(HANEUL, () -> claims.correct(number, contact, right, "misread", 0));

        Evidence evidence = evidence(HANEUL);
        assertEquals(1, evidence.matters().size());
        assertEquals(right, evidence.inPlaceOf(contact).orElseThrow().known());
        assertEquals(3, evidence.claims().size());
        assertThrows(
                ChangedMeanwhile.class,
                () -> requests.does(HANEUL, () -> claims.correct(number, contact, right, "again", 0)));
        EntryId relation = evidence.relations().getFirst().id();
        requests.does(HANEUL, () -> claims.unrelate(number, relation, "another embassy"));
        assertEquals(2, evidence(HANEUL).matters().size());
    }

    @Test
    void a_correction_of_a_source_stands_under_its_code_name() throws Exception {
        requests.does(HANEUL, () -> sources.correct(daily, insider(), "it was told by somebody", 0));

        SourceView view = requests.as(SEO, () -> sources.one(daily));
        assertEquals(insider(), view.source().known());
        assertEquals("it was told by somebody", view.source().why());
        assertEquals(1, view.earlier().size());
        assertThrows(
                ChangedMeanwhile.class,
                () -> requests.does(HANEUL, () -> sources.correct(daily, insider(), "again", 1)));
        SourceId relayed = requests.as(HANEUL, () -> sources.add(relayedBy(daily)));
        assertEquals(
                "relayedBy",
                assertThrows(
                                RuleViolation.class,
                                () -> requests.does(
                                        HANEUL, () -> sources.correct(daily, relayedBy(relayed), "a circle", 0)))
                        .field());
    }

    private CaseView view(Actor reader) throws Exception {
        return requests.as(reader, () -> search.view(number, AccessGroup.JOURNEY));
    }

    private Evidence evidence(Actor reader) throws Exception {
        return requests.as(reader, () -> claims.view(number));
    }

    /** How many claims opened, and how many rows somebody else had changed. */
    private List<Integer> openedAndChanged() throws Exception {
        return requests.as(HANEUL, () -> {
            CaseFile file =
                    search.view(number, AccessGroup.CLAIM, AccessGroup.SOURCE).file();
            return List.of(claims.of(file).standing().size(), file.changedOutside());
        });
    }

    private EntryId record(NewClaim known) throws Exception {
        return requests.as(HANEUL, () -> claims.record(number, known, Optional.empty()));
    }

    private NewClaim claim(String statement) {
        return new NewClaim(
                Set.of(first),
                ClaimTopic.AUTHORITIES,
                Optional.of(entry),
                statement,
                THAT_YEAR,
                THAT_YEAR,
                daily,
                Credibility.POSSIBLY_TRUE,
                Modality.QUOTED,
                CANARY,
                Optional.of(OfficialStance.CONFIRMS));
    }

    private static NewClaim from(SourceId source, NewClaim claim) {
        return new NewClaim(
                claim.about(),
                claim.topic(),
                claim.entry(),
                claim.statement(),
                claim.happened(),
                claim.said(),
                source,
                claim.credibility(),
                claim.modality(),
                claim.actor(),
                claim.stance());
    }

    private static NewSource paper(String link) {
        return new NewSource(
                SourceKind.MEDIA, CANARY, CANARY, CANARY, THAT_YEAR, link, Optional.empty(), Reliability.B, false);
    }

    private static NewSource insider() {
        return new NewSource(
                SourceKind.ANONYMOUS_INSIDER,
                "",
                "",
                "",
                PartialDate.unknown(),
                "",
                Optional.empty(),
                Reliability.C,
                true);
    }

    private static NewSource relayedBy(SourceId relay) {
        return new NewSource(
                SourceKind.MEDIA, "", "", "", PartialDate.unknown(), "", Optional.of(relay), Reliability.C, false);
    }

    private Actor caseworker(String name, TeamId team) throws Exception {
        Actor actor = new Actor(new UserId(name), Set.of(Role.CASEWORKER), Optional.of(team), "");
        told.team(team, actor);
        return actor;
    }

    private List<String> codeNames(Actor caseworker) throws Exception {
        return requests.as(caseworker, () -> sources.list(0)).sources().stream()
                .map(Source::codeName)
                .toList();
    }

    private static void changed(String table, String update) throws Exception {
        Database.asOwner("alter table " + table + " disable trigger " + table + "_kept");
        try {
            assertEquals(1, Database.lines(update + " returning id::text").size());
        } finally {
            Database.asOwner("alter table " + table + " enable trigger " + table + "_kept");
        }
    }

    private static void assertHidden(List<String> rows) {
        String bytes = HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8));
        assertFalse(rows.isEmpty());
        assertTrue(rows.stream().noneMatch(row -> row.contains("canary") || row.contains(bytes)));
    }
}
