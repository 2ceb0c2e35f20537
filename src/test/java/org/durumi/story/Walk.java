package org.durumi.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.stack.Caller;

/** Follows the links and forms of the pages, one of each kind, within one case, and remembers what it saw. */
final class Walk {
    private static final Pattern NUMBER = Pattern.compile("C-\\d{4}-[0-9A-Z]{6}");
    private static final List<String> DOORS = List.of(
            "/",
            "/cases",
            "/cases/new",
            "/review",
            "/brokers",
            "/brokers/new",
            "/sources",
            "/sources/new",
            "/staff",
            "/staff/teams/new",
            "/norm-prices",
            "/norm-prices/new",
            "/access-log");

    private final Caller caller;
    private final String number;
    private final Map<String, Caller.Answer> pages = new LinkedHashMap<>();
    private final Map<Route, String> examples = new LinkedHashMap<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    private Walk(Caller caller, String number) {
        this.caller = caller;
        this.number = number;
    }

    /** Everything that this person can reach of a case and outside of cases, and the pages on which it was told. */
    static Walk of(Caller caller, Scene scene) {
        Walk walk = new Walk(caller, scene.number());
        walk.ahead.addAll(scene.pages());
        DOORS.forEach(walk::see);
        walk.see("/cases/" + scene.number());
        while (!walk.ahead.isEmpty()) {
            walk.open(walk.ahead.poll());
        }
        return walk;
    }

    /** The pages that were shown, by their addresses. */
    Map<String, Caller.Answer> pages() {
        return pages;
    }

    /** An address of each route that a page led to, without its query. */
    Map<Route, String> examples() {
        return examples;
    }

    /** Where the links and forms of a page lead within the product. */
    static Stream<String> links(Caller.Answer page) {
        return page.document().select("[href^=/], [action^=/]").stream()
                .map(each -> (each.hasAttr("href") ? each.attr("href") : each.attr("action")).split("#")[0]);
    }

    private void open(String address) {
        if (pages.containsKey(address)) {
            return;
        }
        Caller.Answer answer = caller.get(address);
        if (answer.status() != 200) {
            return;
        }
        pages.put(address, answer);
        if (answer.header("Content-Type").startsWith("text/html")) {
            links(answer).forEach(this::see);
            Form.on(answer).stream()
                    .filter(form -> !form.post() && !form.action().equals("/access-log"))
                    .forEach(this::seeAnswers);
        }
    }

    /** A form that only asks which page comes next leads to each of its answers. */
    private void seeAnswers(Form form) {
        form.fields().stream()
                .filter(each ->
                        each.kind() == Form.Kind.CHOICE && !form.action().equals("/cases"))
                .forEach(each -> see(form.action() + "?" + each.name() + "=" + each.value()));
    }

    private void see(String address) {
        boolean another = NUMBER.matcher(address)
                .results()
                .anyMatch(found -> !found.group().equals(number));
        if (another || address.startsWith("/sign-") || address.startsWith("/assets/")) {
            return;
        }
        String path = address.split("\\?")[0];
        for (Route route : Route.all()) {
            if (route.leadsFrom(path)) {
                examples.putIfAbsent(route, path);
            }
        }
        String query = address.contains("?") && !path.equals("/access-log") && !path.equals("/cases")
                ? address.substring(path.length()).replaceAll("[0-9a-f-]{36}", "")
                : "";
        if (route(path).isPresent() && kinds.add(route(path).get() + query)) {
            ahead.add(address);
        }
    }

    private static Optional<Route> route(String path) {
        return Route.all().stream()
                .filter(each -> !each.changes() && each.leadsFrom(path))
                .findFirst();
    }
}
