package org.durumi.story;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.stack.Caller;
import org.durumi.stack.Stack;

/**
 * One case with everything in it, told through the product's own forms with a {@link Mark} in every field that takes any
 * text; told once for each caseworker in a run.
 */
final class Scene {
    /** What looks for something, or makes an account, and says what came of it on the same page. */
    private static final Set<String> LOOKS = Set.of("/search", "/cases", "/staff/invitation");

    private static final String STEP = "/cases/intake/{draft}/{step: name|kind|people|first|way|check}";

    private static final Map<String, Scene> TOLD = new LinkedHashMap<>();

    private Caller caseworker;
    /** Haneul's is Yun, and Yun's is Haneul. */
    private final String colleague;

    private final Caller supervisor = Caller.signedIn("seo");
    private final Caller administrator = Caller.signedIn("admin");
    private final List<Mark> marks = new ArrayList<>();
    private final Map<Route, String> addresses = new LinkedHashMap<>();
    private final Set<String> pages = new LinkedHashSet<>();
    private final Map<Route, String[]> bodies = new LinkedHashMap<>();
    private String number = "";

    private Scene(String account) {
        this.caseworker = Caller.signedIn(account);
        this.colleague = "00000000-0000-4000-8000-0000000000a" + (account.equals("haneul") ? 2 : 1);
    }

    /** The case of a caseworker of the demo. */
    static synchronized Scene of(String account) {
        Scene told = TOLD.computeIfAbsent(account, each -> {
            Scene scene = new Scene(each);
            scene.tell();
            return scene;
        });
        told.keepDeputy(account);
        return told;
    }

    String number() {
        return number;
    }

    /** What was typed where. */
    List<Mark> marks() {
        return marks;
    }

    /**
     * An address of a route in this case, without its query; of a route to which nothing was sent, one with the identifiers
     * that others have at the same place, or random ones.
     */
    String address(Route route) {
        return addresses.entrySet().stream()
                .filter(each -> each.getKey().path().equals(route.path()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> sharing(route));
    }

    private String sharing(Route route) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("number", number));
        addresses.forEach((each, address) -> {
            String[] names = each.path().split("/");
            String[] parts = address.split("/");
            for (int i = 2; i < names.length; i++) {
                boolean same =
                        route.path().startsWith(String.join("/", List.of(names).subList(0, i + 1)));
                if (names[i].matches("\\{\\w+}") && same) {
                    values.put(names[i].replaceAll("[{}]", ""), parts[i]);
                }
            }
        });
        return route.address(values);
    }

    /** The pages on which something was typed. */
    Set<String> pages() {
        return pages;
    }

    /**
     * What was sent to a route, without the secret of the session, as if from another form of the same kind: names and values
     * in turn; empty if nothing was sent.
     */
    String[] body(Route route) {
        String[] body = bodies.getOrDefault(route, new String[0]).clone();
        for (int i = 0; i < body.length; i += 2) {
            if (body[i].equals("once")) {
                body[i + 1] = UUID.randomUUID().toString();
            }
        }
        return body;
    }

    private void tell() {
        String today = Intake.today();
        send(
                administrator,
                "/norm-prices/new",
                Map.of("route", "SEA_WEST", "low", "7000000", "typical", "", "high", "", "validFrom", today));
        String norm = Walk.links(administrator.get("/norm-prices"))
                .filter(each -> each.matches("/norm-prices/[0-9a-f-]{36}"))
                .reduce((first, last) -> last)
                .orElseThrow();
        send(administrator, norm, Map.of("route", "SEA_WEST", "low", "7500000"));
        staff();
        stances(today);
        send(caseworker, "/brokers/new", Map.of("kind", "BROKER", "introducedBy", "ACQUAINTANCE"));
        String broker = last(addresses.get(new Route("GET", "/brokers/{id}")));
        send(supervisor, "/brokers/" + broker, Map.of("vetting", "IN_PROGRESS"));
        steps(today);
        intake(today);
        send(caseworker, "/cases", Map.of());
        send(caseworker, here("/about/change"), Map.of());
        send(caseworker, here("/participants/new"), Map.of("happened", today));
        send(caseworker, link(caseworker, "/cases/{number}/participants/{participant}"), Map.of("elite", "UNKNOWN"));
        names();
        consents(today);
        circumstances(today);
        checkIns();
        evidence();
        notes();
        send(caseworker, here("/tasks/new"), Map.of("due", today));
        send(caseworker, here("/tasks/new"), Map.of("due", today));
        send(caseworker, link(caseworker, "/cases/{number}/tasks/{id}"), Map.of("state", "DONE"));
        files();
        send(caseworker, "/emergency", Map.of("number", number));
        deputies();
        transfer();
        links();
        Map<String, String> offer = Map.of("broker", broker, "amount", "2,500,000", "upfrontShare", "50");
        send(caseworker, here("/quotes/new"), offer);
        send(caseworker, here("/quotes/new"), offer);
        String first = here("/stages/new");
        Map<String, String> reached = Map.of("happened", today, "broker", broker, "place.country", "CN");
        send(caseworker, first + "?for%5B%5D=A&stage=BROKER", reached);
        String correction = link(caseworker, "/cases/{number}/entries/{entry}/correction");
        send(caseworker, correction.replaceAll("/correction.*", "/certainty"), Map.of("certainty", "PROBABLE"));
        send(caseworker, correction, Map.of("happened", today));
        send(supervisor, link(supervisor, "/cases/{number}/entries/{entry}/decision"), Map.of("decision", "SEND_BACK"));
        requests(link(caseworker, "/cases/{number}/participants/{participant}"));
        decisions(first, link(caseworker, "/cases/{number}/participants/{participant}"));
        send(caseworker, first + "?for%5B%5D=A&stage=DETENTION", Map.of("happened", today, "place.country", "CN"));
        String detained = links(caseworker, "/cases/{number}/entries/{entry}/correction").stream()
                .filter(each -> Form.on(caseworker.get(each)).stream()
                        .anyMatch(form -> form.texts().contains("authority")))
                .findFirst()
                .orElseThrow();
        send(caseworker, detained, Map.of("happened", today, "place.country", "CN"));
        String alert = link(caseworker, "/cases/{number}/alerts/{alert}");
        send(caseworker, alert, "/act", Map.of());
        send(supervisor, alert, "/dismiss", Map.of());
        leavings();
        send(supervisor, here("/closure"), Map.of("closeReason", "OTHER"));
        send(supervisor, here("/erasure"), Map.of());
        send(supervisor, here("/hold"), Map.of());
        send(supervisor, here("/hold"), "/release", Map.of());
    }

    /** Somebody has tried to sign in, and is met. */
    private void staff() {
        String newcomer = "/staff/" + newcomer();
        send(administrator, "/staff/teams/new", Map.of());
        send(administrator, newcomer + "/role", Map.of("role", "CASEWORKER"));
        send(administrator, newcomer + "/team", Map.of());
        send(administrator, newcomer + "/handle", Map.of());
        // Another value each time: what counts already is refused.
        String room = Integer.toString(21 + new SecureRandom().nextInt(9_000));
        send(administrator, "/settings/FILES_OF_ALL", Map.of("value", room));
        send(administrator, "/staff/invitation", Map.of("role", "ADMINISTRATOR"));
        addresses.put(route("POST", newcomer + "/factors"), newcomer + "/factors");
        addresses.put(route("POST", newcomer + "/confirmation"), newcomer + "/confirmation");
        addresses.put(route("POST", newcomer + "/end"), newcomer + "/end");
    }

    /** It goes on to wait: what was confirmed would count in every other test. Of one country one waits. */
    private void stances(String today) {
        String country = colleague.endsWith("2") ? "FJ" : "WS";
        send(administrator, "/stances/new", Map.of("country", country, "stance", "PROTECTS", "since", today));
        String withdrawal = Form.on(administrator.get("/stances")).stream()
                .map(Form::action)
                .filter(each -> each.endsWith("/withdrawal"))
                .findFirst()
                .orElseThrow();
        for (String act : List.of("confirmation", "refusal", "withdrawal")) {
            String address = withdrawal.replace("withdrawal", act);
            addresses.put(route("POST", address), address);
            addresses.put(route("GET", address), address);
        }
    }

    private static String newcomer() {
        String subject = UUID.randomUUID().toString();
        try (Connection owner = Stack.running().asOwner();
                PreparedStatement insert =
                        owner.prepareStatement("insert into staff_member (user_id, handle, roles, version)"
                                + " values (?, left(?, 8), 'ADMINISTRATOR', 0)")) {
            insert.setString(1, subject);
            insert.setString(2, subject);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return subject;
    }

    private void intake(String today) {
        send(
                caseworker,
                "/cases/new?kind=PAIR",
                Map.of("route", "LAND_VIA_CHINA", "person2.role", "COMPANION", "happened", today));
        number = last(addresses.get(new Route("GET", "/cases/{number}")));
    }

    /** One is taken back; the other is looked at. */
    private void files() {
        send(caseworker, here("/files/new"), Map.of());
        send(caseworker, here("/files/new"), Map.of());
        List<String> both = List.copyOf(links(caseworker, "/cases/{number}/files/{id}"));
        send(caseworker, both.get(1) + "/taken-back", Map.of());
        for (String page : List.of(both.get(0), both.get(0) + "/pages/1", both.get(0) + "/content")) {
            addresses.put(route("GET", page), page);
        }
    }

    /** Intakes that are begun in steps and stay drafts: one for each step that asks for names, so that none of them is written over. */
    private void steps(String today) {
        send(caseworker, "/cases/intake", Map.of());
        pages.add(draft(addresses.get(new Route("GET", STEP))) + "/name");
        send(caseworker, draft(begun()) + "/name", Map.of());
        String draft = draft(begun());
        send(caseworker, draft + "/kind", Map.of("people", "1"));
        send(caseworker, draft + "/people", Map.of());
        send(caseworker, draft + "/first", Map.of("happened", today, "place.country", "CN"));
        send(caseworker, draft + "/way", Map.of("route", "LAND_VIA_CHINA"));
        addresses.put(new Route("POST", "/cases/intake/{draft}/check"), draft + "/check");
        pages.add(draft + "/check");
        addresses.put(new Route("GET", "/cases/intake/{draft}"), draft);
        String other = draft.replace("/cases/intake", "/drafts");
        for (String act : List.of("/end", "/owner")) {
            addresses.put(route("POST", other + act), other + act);
        }
    }

    /** Where an intake goes on of which nobody has a name yet. */
    private String begun() {
        return IntakeSteps.next(caseworker.post("/cases/intake", IntakeSteps.fields("name")));
    }

    private static String draft(String step) {
        return step.replaceAll("/\\w+$", "");
    }

    private void names() {
        send(caseworker, link(caseworker, "/cases/{number}/participants/{participant}") + "/names/new", Map.of());
        send(caseworker, link(caseworker, "/cases/{number}/names/{name}/correction"), Map.of());
        send(caseworker, "/search", Map.of());
    }

    private void consents(String today) {
        Map<String, String> unasked = Map.of("purposes[]", "CASE_WORK", "form", "IMPOSSIBLE", "given", today);
        send(caseworker, here("/consents/new"), unasked);
        send(caseworker, link(caseworker, "/cases/{number}/consents/{id}/withdrawal"), Map.of("withdrawnOn", today));
        send(caseworker, here("/consents/new"), unasked);
        send(caseworker, link(caseworker, "/cases/{number}/consents/{id}/strike"), Map.of());
    }

    private void circumstances(String today) {
        send(caseworker, here("/attempts/new"), Map.of());
        send(caseworker, here("/devices/new"), Map.of("policeRegistered", "YES", "carried", "YES"));
        send(caseworker, here("/vulnerabilities/new"), Map.of());
        send(caseworker, here("/legs/new"), Map.of("means", "TAXI", "from.country", "CN", "to.country", "CN"));
        send(caseworker, here("/incidents/new"), Map.of());
        send(caseworker, here("/detentions/new"), Map.of());
        send(caseworker, here("/interventions/new"), Map.of("kind", "ACCESS"));
        send(caseworker, here("/postings/new"), Map.of("salary", "200", "salary.currency", "USD"));
        send(caseworker, here("/backgrounds/new"), Map.of());
        send(caseworker, here("/needs/new"), Map.of());
        send(caseworker, here("/safe-contacts/new"), Map.of());
        send(caseworker, here("/referrals/new"), Map.of("asked", today));
        send(caseworker, here("/relatives/new"), Map.of());
        send(caseworker, here("/groups/new"), Map.of("statedSize", "9"));
        Map<String, String> companions = two(here("/relationships/new"));
        send(caseworker, here("/relationships/new"), companions);
        send(caseworker, link(caseworker, "/cases/{number}/relationships/{id}"), companions);
        for (String kind : List.of(
                "attempts",
                "devices",
                "vulnerabilities",
                "legs",
                "incidents",
                "detentions",
                "interventions",
                "postings",
                "backgrounds",
                "needs",
                "safe-contacts",
                "referrals",
                "relatives",
                "groups")) {
            send(caseworker, link(caseworker, "/cases/{number}/" + kind + "/{id}"), Map.of());
        }
        Map<String, String> harmless = Map.of("policeRegistered", "NO", "carried", "NO");
        send(caseworker, link(caseworker, "/cases/{number}/devices/{id}"), harmless);
        String lifts = link(supervisor, "/cases/{number}/corrections/{kind: device|[a-z-]+}/{id}");
        send(supervisor, lifts, Map.of("decision", "SEND_BACK"));
    }

    private void checkIns() {
        String person = link(caseworker, "/cases/{number}/participants/{participant}") + "/check-ins";
        Map<String, String> daily = Map.of("intervalHours", "24", "graceMinutes", "60");
        send(caseworker, person + "/new", daily);
        send(caseworker, person + "/plan", daily);
        send(caseworker, person + "/heard", Map.of("kind", "THIRD_PARTY"));
        send(caseworker, person + "/pause", Map.of("hours", "12"));
        send(caseworker, person + "/heard", Map.of("kind", "DURESS"));
        send(supervisor, person + "/duress", Map.of());
        send(caseworker, person + "/end", Map.of());
        send(caseworker, person + "/new", daily);
        // Of one button, and of none.
        Route ok = route("POST", person + "/ok");
        addresses.put(ok, person + "/ok");
        bodies.put(ok, new String[] {"once", ""});
        addresses.put(route("GET", person + "/words"), person + "/words");
    }

    /** Two people of the case, as the form of their relationship offers them. */
    private Map<String, String> two(String form) {
        List<String> people = caseworker
                .get(form)
                .document()
                .select("select[name=one] option[value~=.+]")
                .eachAttr("value");
        return Map.of("one", people.get(0), "other", people.get(1));
    }

    private void evidence() {
        Map<String, String> published = Map.of("kind", "MEDIA", "link", "https://example.org/" + number);
        send(caseworker, "/sources/new", published);
        send(caseworker, addresses.get(new Route("GET", "/sources/{id}")), published);
        send(caseworker, here("/claims/report"), Map.of("link", "https://example.org/report/" + number));
        send(caseworker, here("/claims/new"), Map.of());
        send(caseworker, here("/claims/new"), Map.of());
        send(caseworker, link(caseworker, "/cases/{number}/claims/{id}"), Map.of());
        send(caseworker, link(caseworker, "/cases/{number}/claims/{id}/relations/{relation}"), Map.of());
        String claim = link(caseworker, "/cases/{number}/claims/{id}");
        send(caseworker, claim + "/relations/new", Map.of());
        send(supervisor, claim + "/judgement", Map.of());
    }

    private void notes() {
        send(caseworker, here("/notes/new"), Map.of());
        send(caseworker, here("/contacts/new"), Map.of("kind", "CALL"));
        send(caseworker, link(caseworker, "/cases/{number}/notes/{id}"), Map.of());
        send(caseworker, link(caseworker, "/cases/{number}/contacts/{id}"), Map.of("kind", "MEETING"));
        send(caseworker, link(caseworker, "/cases/{number}/notes/{id}/addendum"), Map.of());
    }

    /** In some weeks and each time on another day: nobody sees a case by them. One is ended, the other stays. */
    private void deputies() {
        send(caseworker, deputy(), Map.of());
        stays(deputy());
        // Nothing is handed over: it would be the whole case.
        String leaver = Walk.links(supervisor.get("/review"))
                .filter(each -> each.matches("/handover/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow();
        for (String method : List.of("GET", "POST")) {
            addresses.put(route(method, leaver), leaver);
        }
    }

    private void stays(String deputyship) {
        for (String method : List.of("GET", "POST")) {
            addresses.put(route(method, deputyship), deputyship);
        }
    }

    /** Who leaves the team for another story, and comes back, stands in for nobody any more. */
    private void keepDeputy(String account) {
        String deputyship = addresses.get(new Route("GET", "/deputies/{deputyship}/end"));
        try {
            UUID id = UUID.fromString(deputyship.split("/")[2]);
            if (Intake.rows("select id from deputyship where id = ? and until is null", id)
                    .isEmpty()) {
                caseworker = Caller.signedIn(account);
                stays(deputy());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Offered to a team that was founded before, and taken back. */
    private void transfer() {
        Map<String, String> elsewhere = Map.of("team", founded());
        send(supervisor, here("/transfer"), elsewhere);
        String offer = addresses.get(new Route("GET", "/transfers/{id}"));
        addresses.put(route("POST", offer), offer);
        addresses.put(route("POST", offer + "/revocation"), offer + "/revocation");
        supervisor.post(offer + "/revocation");
    }

    /** The team that is not the demo's. */
    private String founded() {
        return supervisor
                .get(here("/transfer"))
                .document()
                .select("select[name=team] option[value~=.+]")
                .eachAttr("value")
                .getFirst();
    }

    /** Names one, and returns where it is ended. */
    private String deputy() {
        List<String> before = deputyships();
        // A day between two: what touches counts together.
        String day =
                LocalDate.parse(Intake.today()).plusDays(20 + 2 * before.size()).toString();
        send(caseworker, "/deputies/new", Map.of("deputy", colleague, "first", day, "last", day));
        return deputyships().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private List<String> deputyships() {
        return Walk.links(caseworker.get("/deputies"))
                .filter(each -> each.matches("/deputies/[0-9a-f-]{36}/end"))
                .toList();
    }

    private void links() {
        Map<String, String> elsewhere = Map.of("number", "C-2026-000000", "kind", "SAME_EVENT");
        send(caseworker, here("/links/new"), elsewhere);
        send(caseworker, here("/links/new"), elsewhere);
        // One of the two goes on to wait.
        send(supervisor, link(supervisor, "/cases/{number}/links/{link}"), Map.of("act", "DECLINE"));
    }

    /** Asked where somebody is stopped; one is answered, one taken back, and one goes on to wait. */
    private void requests(String participant) {
        String who = last(participant.split("\\?")[0]);
        String waiver = here("/requests/waiver");
        send(caseworker, waiver + "?departure%5B%5D=" + who, Map.of());
        send(caseworker, here("/requests/reassignment"), Map.of());
        send(caseworker, here("/requests/decision"), Map.of());
        String asked = link(supervisor, "/cases/{number}/requests/{id}");
        send(supervisor, asked, Map.of("state", "DECLINED"));
        for (String act : List.of("/withdrawal", "/typed")) {
            addresses.put(route("POST", asked + act), asked + act);
        }
    }

    private void decisions(String first, String participant) {
        String waiver = link(supervisor, "/cases/{number}/waivers/quotes/{quote}");
        send(supervisor, waiver, Map.of());
        String waived = here("/quotes/" + last(waiver));
        send(caseworker, waived, "/accept", Map.of());
        String other = links(caseworker, "/cases/{number}/quotes/{id}").stream()
                .filter(each -> !each.equals(waived))
                .findFirst()
                .orElseThrow();
        send(caseworker, other, "/reject", Map.of());
        // There is no later norm: what is sent is refused, to those who may send it.
        bodies.put(route("POST", other + "/norm"), new String[] {"version", "0"});
        send(supervisor, participant.replace("/participants/", "/waivers/departures/"), Map.of());
        Map<String, String> left = Map.of("departure", "PLANNED", "happened", Intake.today());
        send(caseworker, first + "?for%5B%5D=A&stage=TRANSIT", left);
    }

    /** Somebody who stands on no other page of the story is taken out, put in again, and split off. */
    private void leavings() {
        Route route = new Route("GET", "/cases/{number}/participants/{participant}/{act: taken-out|put-back}");
        String out = Walk.links(supervisor.get(here("/people/C")))
                .map(each -> each.split("\\?")[0])
                .filter(route::leadsFrom)
                .findFirst()
                .orElseThrow();
        send(supervisor, out, Map.of());
        send(supervisor, out.replace("/taken-out", "/put-back"), Map.of());
        String who = last(out.substring(0, out.lastIndexOf('/')));
        send(supervisor, here("/split"), Map.of("participant[]", who, "kind", "INDIVIDUAL"));
    }

    private String here(String path) {
        return "/cases/" + number + path;
    }

    /** The first address of a route that the page of the case or the supervisor's leads to. */
    private String link(Caller reader, String path) {
        return links(reader, path).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page leads to " + path + " of " + number));
    }

    private Set<String> links(Caller reader, String path) {
        Route route = new Route("GET", path);
        return Stream.concat(
                        Stream.of(
                                        "",
                                        "/people/A",
                                        "/people/B",
                                        "/timeline",
                                        "/costs",
                                        "/claims",
                                        "/notes",
                                        "/tasks",
                                        "/files",
                                        "/about",
                                        "/links",
                                        "/names")
                                .map(this::here),
                        Stream.of("/review"))
                .flatMap(page -> Walk.links(reader.get(page)))
                .map(each -> each.split("\\?")[0])
                .filter(each -> each.contains(number) && route.leadsFrom(each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void send(Caller who, String address, Map<String, String> answers) {
        send(who, address, "", answers);
    }

    /** Fills in the form on a page and sends it, as whoever uses it would. */
    private void send(Caller who, String page, String step, Map<String, String> answers) {
        Caller.Answer shown = who.get(page);
        String action = page.split("\\?")[0] + step;
        Form form = Form.on(shown).stream()
                .filter(each -> each.post() && each.action().split("\\?")[0].equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form for " + action + " on " + shown.status()));
        Route route = route("POST", action);
        List<Mark> typed = new ArrayList<>();
        String[] sent = form.filled(answers, field -> {
            Mark mark = Mark.next(route, field, form.longest(field));
            typed.add(mark);
            return mark.text();
        });
        Caller.Answer answer = form.takesFile()
                ? who.upload(form.action(), "a.jpg", Pictures.jpeg(40, 30), sent)
                : who.post(form.action(), sent);
        if (answer.status() != 303 && !LOOKS.contains(action)) {
            throw new IllegalStateException(route + " was answered with " + answer.status() + ": " + errors(answer));
        }
        marks.addAll(typed);
        pages.add(page);
        addresses.put(route, action);
        bodies.put(route, sent);
        if (answer.status() != 303) {
            return;
        }
        String next = answer.header("Location").replaceAll("^https?://[^/]*", "");
        Route.all().stream()
                .filter(each -> !each.changes() && each.leadsFrom(next))
                .forEach(each -> addresses.putIfAbsent(each, next));
    }

    private static Route route(String method, String path) {
        return Route.all().stream()
                .filter(each -> each.method().equals(method) && each.leadsFrom(path))
                .findFirst()
                .orElseThrow();
    }

    private static String errors(Caller.Answer answer) {
        return String.join(", ", answer.document().select(".errors li").eachText());
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
