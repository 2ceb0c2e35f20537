package org.durumi.demo;

import static org.durumi.demo.DemoStaff.ADMIN;
import static org.durumi.demo.DemoStaff.SEO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseLine;
import org.durumi.cases.CasePage;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.PlainCircumstance;
import org.durumi.circumstances.PlainWords;
import org.durumi.circumstances.Vulnerability;
import org.durumi.costs.NormPrice;
import org.durumi.costs.NormPriceService;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimRelation;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Source;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourcePage;
import org.durumi.evidence.SourceService;
import org.durumi.inside.Requests;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.route.Place;

/** What a supervisor of the demo sees in its cases, and its administrator of the prices, line by line. */
@ApplicationScoped
class Shown {
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneOffset.UTC);

    @Inject
    Requests requests;

    @Inject
    CaseSearch search;

    @Inject
    CircumstancesService circumstances;

    @Inject
    ClaimService claims;

    @Inject
    SourceService sources;

    @Inject
    QuoteService quotes;

    @Inject
    NormPriceService norms;

    /** @param places the labels of the cases, with the word for each */
    List<Line> everything(Map<String, String> places) throws Exception {
        List<Line> lines = new ArrayList<>();
        Map<SourceId, Source> known = requests.as(SEO, this::everySource);
        for (Source each : known.values()) {
            lines.add(source(each, known));
        }
        for (NormPrice each : requests.as(ADMIN, () -> norms.list(0)).norms()) {
            lines.add(new Line(
                    "prices",
                    Set.of(
                            each.low().currency().getCurrencyCode(),
                            each.low().amount().toPlainString(),
                            each.route().name()),
                    each.source()));
        }
        for (CaseFile each : requests.as(SEO, this::everyCase)) {
            String place = places.get(each.label());
            if (place != null) {
                lines.addAll(requests.as(SEO, () -> ofCase(place, each.number(), known)));
            }
        }
        return lines;
    }

    private List<CaseFile> everyCase() {
        List<CaseFile> all = new ArrayList<>();
        CasePage page;
        int nth = 0;
        do {
            page = search.list(CaseFilter.all().onPage(nth++));
            page.lines().stream().map(CaseLine::file).forEach(all::add);
        } while (page.hasMore());
        return all;
    }

    private Map<SourceId, Source> everySource() {
        List<Source> all = new ArrayList<>();
        SourcePage page;
        int nth = 0;
        do {
            page = sources.list(nth++);
            all.addAll(page.sources());
        } while (page.more());
        return all.stream().collect(Collectors.toMap(Source::id, each -> each));
    }

    private static Line source(Source source, Map<SourceId, Source> all) {
        NewSource known = source.known();
        return new Line(
                "sources",
                Set.of(
                        known.kind().name(),
                        "published=" + Line.day(known.published()),
                        known.neverPrinted() ? "protected" : "printed",
                        known.relayedBy().isPresent() ? "relayed" : "direct"),
                chain(source, all) + " · " + known.author() + " · " + known.headline() + " · "
                        + known.published().words());
    }

    /** Who says it, and through whom we know of it: «NHK ← UPI». */
    private static String chain(Source source, Map<SourceId, Source> all) {
        return source.known()
                .relayedBy()
                .map(relay -> source.known().publisher() + " ← " + chain(all.get(relay), all))
                .orElse(source.known().publisher());
    }

    private List<Line> ofCase(String place, CaseNumber number, Map<SourceId, Source> known) {
        CaseView view = search.view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY);
        Circumstances ways = circumstances.view(number);
        Evidence evidence = claims.view(number);
        Stream<Line> rows = Stream.of(
                        view.participants().stream().map(each -> person(place, each)),
                        view.participants().stream()
                                .flatMap(each -> view.journey(each.id()).stream())
                                .map(each -> entry(place, view, each)),
                        ways.attempts().stream().map(each -> attempt(place, view, each)),
                        ways.devices().stream().map(each -> device(place, view, each)),
                        ways.vulnerabilities().stream().map(each -> vulnerability(place, view, each)),
                        ways.legs().stream().map(each -> leg(place, view, each)),
                        ways.plain().stream().map(each -> plain(place, view, each, words(view, ways))),
                        quotes.view(number).stream().map(each -> quote(place, view, each)),
                        evidence.standing().stream().map(each -> claim(place, view, each, evidence, known)),
                        evidence.relations().stream().map(each -> relation(place, each, evidence)))
                .flatMap(each -> each);
        return Stream.concat(Stream.of(file(place, view)), rows).toList();
    }

    private static Line file(String place, CaseView view) {
        CaseFile file = view.file();
        return line(
                place,
                "case",
                file.label(),
                file.kind().name(),
                file.route().name(),
                "people=" + view.participants().size(),
                "to=" + file.destination().map(Object::toString).orElse("unknown"));
    }

    private static Line person(String place, Participant person) {
        return line(
                place,
                "person",
                "",
                person.label(),
                person.role().name(),
                "sex=" + person.sex(),
                "age=" + person.ageBand(),
                "elite=" + person.elite());
    }

    private static Line entry(String place, CaseView view, StageEntry entry) {
        return line(
                place,
                "entry",
                String.join(
                        " · ",
                        where(entry.place()),
                        entry.details().authority(),
                        entry.reason(),
                        entry.happened().words()),
                view.label(entry.participant()),
                entry.stage().name(),
                "happened=" + Line.day(entry.happened()),
                "known=" + entry.knownOn(),
                "country=" + (entry.country().isEmpty() ? "unknown" : entry.country()),
                "goal=" + entry.goalKnown());
    }

    private static Line attempt(String place, CaseView view, Attempt attempt) {
        return line(
                place,
                "attempt",
                attempt.known().consequences(),
                view.labels(attempt.whom()),
                attempt.known().outcome().name(),
                "happened=" + Line.day(attempt.known().happened()));
    }

    private static Line device(String place, CaseView view, Device device) {
        return line(
                place,
                "device",
                device.takenUntil().words(),
                view.label(device.participant()),
                "registered=" + device.policeRegistered(),
                "carried=" + device.carried(),
                "taken=" + device.takenByHousehold(),
                "from=" + Line.day(device.takenFrom()),
                device.takenUntil().isKnown() ? "until=known" : "until=unknown");
    }

    private static Line vulnerability(String place, CaseView view, Vulnerability vulnerability) {
        return line(
                place,
                "vulnerability",
                vulnerability.since().words(),
                view.label(vulnerability.participant()),
                vulnerability.kind().name(),
                "since=" + Line.day(vulnerability.since()),
                "until=" + Line.day(vulnerability.until()));
    }

    private static Line leg(String place, CaseView view, Leg leg) {
        return line(
                place,
                "leg",
                String.join(" · ", where(leg.from()), where(leg.to()), leg.vessel()),
                view.labels(leg.travellers()).replace(" ", ""),
                leg.means().name(),
                leg.border().name(),
                leg.state().name(),
                "left=" + Line.day(leg.left()),
                "arrived=" + Line.day(leg.arrived()),
                "days=" + leg.days().map(Object::toString).orElse("unknown"));
    }

    private static PlainWords words(CaseView view, Circumstances ways) {
        return new PlainWords(ways, view::label, KOREAN);
    }

    /** Its kind, whom it concerns, and each constant that it says, as in «rank=AMBASSADOR». */
    private static Line plain(String place, CaseView view, PlainCircumstance<?> row, PlainWords words) {
        Stream<String> constants = Arrays.stream(row.known().getClass().getRecordComponents())
                .filter(each -> each.getType().isEnum())
                .map(each -> each.getName() + "=" + constant(each, row.known()));
        return line(
                place,
                row.kind().name().toLowerCase(Locale.ROOT),
                String.join(" · ", PlainWords.title(row, KOREAN), String.join(" · ", words.details(row))),
                Stream.concat(
                                Stream.of(view.labels(row.whom()).replace(" ", ""), "when=" + Line.day(row.when())),
                                constants)
                        .toArray(String[]::new));
    }

    private static Object constant(RecordComponent component, Object known) {
        try {
            return component.getAccessor().invoke(known);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Line quote(String place, CaseView view, QuoteLine line) {
        return line(
                place,
                "quote",
                line.quote().statedEquivalent(),
                view.labels(line.quote().participants()).replace(" ", ""),
                line.quote().asked().basis().name(),
                line.quote().asked().amount().amount().toPlainString(),
                line.quote().asked().amount().currency().getCurrencyCode(),
                "upfront=" + line.quote().upfrontShare().map(Object::toString).orElse("unknown"),
                line.broker().introducedBy().name(),
                line.broker().vetting().name());
    }

    private static Line claim(
            String place, CaseView view, Claim claim, Evidence evidence, Map<SourceId, Source> known) {
        Set<String> fields = new LinkedHashSet<>(List.of(
                "claim",
                claim.topic().name(),
                claim.known().modality().name(),
                claim.state().name(),
                "happened=" + Line.day(claim.known().happened()),
                "said=" + Line.day(claim.known().said()),
                "about="
                        + (claim.whom().isEmpty()
                                ? "case"
                                : view.labels(claim.whom()).replace(" ", "")),
                claim.known().entry().isPresent() ? "of-entry" : "of-none",
                evidence.isContradicted(claim) ? "contradicted" : "uncontradicted"));
        claim.stance().map(Enum::name).ifPresent(fields::add);
        Source source = evidence.source(claim);
        return new Line(
                place,
                fields,
                String.join(
                        " · ",
                        source.kind() + " " + chain(source, known),
                        claim.known().actor(),
                        words(claim.known().said()),
                        words(claim.known().happened()),
                        claim.statement()));
    }

    private static Line relation(String place, ClaimRelation relation, Evidence evidence) {
        return line(
                place,
                "relation",
                evidence.standing(relation.from()).orElseThrow().statement() + " → "
                        + evidence.standing(relation.to()).orElseThrow().statement(),
                relation.kind().name());
    }

    private static String words(PartialDate date) {
        return date.words();
    }

    private static String where(Place place) {
        return place.name() + " " + place.country();
    }

    private static Line line(String place, String kind, String text, String... fields) {
        Set<String> all = new LinkedHashSet<>(List.of(kind));
        all.addAll(List.of(fields));
        return new Line(place, all, text);
    }
}
