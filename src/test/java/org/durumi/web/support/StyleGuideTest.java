package org.durumi.web.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.bell.Waiting;
import org.durumi.identity.Preferences;
import org.durumi.identity.Role;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws every part into target/style-guide, in both languages, to be looked at. */
class StyleGuideTest {
    private static final Path ASSETS = Path.of("src/main/webapp/WEB-INF/assets");
    private static final Path GUIDE = Path.of("target/style-guide");
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, StyleGuideTest.class.getClassLoader(), "org.durumi.jte");

    private final Assets assets = new Assets() {
        @Override
        public String address(String name) {
            return name.equals("durumi.css") ? name : "../../" + ASSETS + "/" + name;
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void every_part_is_drawn_with_every_special_case(String language) throws IOException {
        Texts texts = new Texts(Locale.forLanguageTag(language), ZoneId.of("Asia/Seoul"));
        Page page = new Page(
                texts,
                "/cases",
                "/cases?sort=level",
                new Visitor(
                        Set.of(Role.CASEWORKER, Role.SUPERVISOR),
                        "haneul",
                        "t0ken",
                        900,
                        Visitor.LIST,
                        Preferences.USUAL),
                "notice.saved",
                true,
                assets,
                "https://www.weather.go.kr/",
                Instant.parse("2026-11-22T05:05:30Z"),
                "",
                Optional.of(Waiting.nothing()));
        boolean korean = language.equals("ko");
        Map<String, Object> p = Map.of("page", page);

        Content badges = out -> {
            for (Stage each : Stage.values()) {
                out.writeContent(draw("stage", p, Map.of("stage", each)) + " ");
            }
            out.writeContent("<p></p>");
            for (Level each : Level.values()) {
                out.writeContent(draw("risk", p, Map.of("level", each, "score", 85)) + " ");
            }
            for (String each : List.of("ok", "info", "warn", "danger", "calm")) {
                out.writeContent(draw("tag", Map.of(), Map.of("text", each, "tone", each, "icon", "check")) + " ");
            }
        };
        Content steppers = out -> {
            for (List<Stage> passed : List.of(
                    List.of(Stage.REPORTED),
                    List.of(Stage.REPORTED, Stage.CONTACT, Stage.BROKER, Stage.TRANSIT),
                    List.of(Stage.CONTACT, Stage.TRANSIT, Stage.MISSION),
                    List.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT, Stage.DETENTION),
                    List.of(Stage.CONTACT, Stage.CONTACT_LOST),
                    List.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT, Stage.DETENTION, Stage.REPATRIATION),
                    List.of(Stage.CONTACT, Stage.BROKER, Stage.WITHDRAWN),
                    List.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT, Stage.MISSION, Stage.ARRIVAL))) {
                out.writeContent(draw("stepper", p, Map.of("passed", passed, "since", "2026-03 · 12")));
            }
        };
        Content form = out -> {
            FormInput right = FormInput.blank()
                    .with("alias", korean ? "대상자 A" : "Participant A")
                    .with("place", Field.place(), new Place(korean ? "쿤밍" : "Kunming", "CN"))
                    .with(
                            "happened",
                            Field.date(),
                            PartialDate.read("2026-03", PartialDate.Qualifier.LATE)
                                    .orElseThrow())
                    .with("price", Field.money(), Money.of("2500000", "KRW"))
                    .with("means", Means.TAXI)
                    .with("flags[]", List.of(Stage.BROKER.name()))
                    .with("asked", Answer.UNKNOWN);
            out.writeContent(form(page, right, fields(page, right)));
        };
        Content wrong = out -> {
            FormInput input = FormInput.blank()
                    .with("alias", "")
                    .with("happened", "2026-13-40")
                    .with("place.country", "XX")
                    .with("price", "zwei")
                    .with("days", "-1");
            input.read("alias", Field.line(40));
            input.read("happened", Field.date());
            input.read("place", Field.place());
            input.read("price", Field.money());
            input.read("days", Field.number(1, 30));
            input.read("means", Field.choice(Means.class));
            input.read("asked", Field.choice(Answer.class));
            input.read("reason", Field.lines(20, 500));
            input.refuse(new RuleViolation("form.incomplete"));
            out.writeContent(form(page, input, fields(page, input)));
        };
        Content facts = out -> {
            out.writeContent(draw("summary", Map.of(), Map.of("content", (Content) inner -> {
                inner.writeContent(draw(
                        "fact",
                        Map.of(),
                        Map.of(
                                "label",
                                page.text("form.place.name"),
                                "value",
                                korean ? "쿤밍 (중국)" : "Kunming (China)")));
                inner.writeContent(
                        draw("fact", Map.of(), Map.of("label", page.text("form.date.date"), "value", "2026-03")));
                inner.writeContent(draw("fact", Map.of(), Map.of("label", page.text("form.currency"))));
            })));
        };
        Content timeline = out -> out.writeContent(draw("timeline", Map.of(), Map.of("content", (Content) inner -> {
            inner.writeContent(draw(
                    "event",
                    Map.of(),
                    Map.of(
                            "when",
                            "2026-03-28",
                            "title",
                            page.text(Stage.DETENTION),
                            "tone",
                            "alarm",
                            "by",
                            "haneul · 2026-03-29 14:05",
                            "content",
                            (Content) b -> b.writeContent("<p>…</p>"))));
            inner.writeContent(draw(
                    "event",
                    Map.of(),
                    Map.of(
                            "when",
                            page.texts()
                                    .date(PartialDate.read("2026-03", PartialDate.Qualifier.LATE)
                                            .orElseThrow()),
                            "title",
                            page.text(Stage.TRANSIT),
                            "by",
                            "haneul")));
            inner.writeContent(draw(
                    "event", Map.of(), Map.of("when", "2026-01", "title", page.text(Stage.CONTACT), "tone", "calm")));
        })));
        Content alerts = out -> {
            for (Level each : Level.values()) {
                out.writeContent(draw(
                        "alert",
                        p,
                        Map.of(
                                "level",
                                each,
                                "title",
                                "C-2026-7F3KQM · " + page.text(Stage.DETENTION),
                                "when",
                                "2026-11-22 14:05",
                                "content",
                                (Content) b -> b.writeContent("<p>" + page.text("landing.lead") + "</p>"),
                                "actions",
                                (Content) b -> b.writeContent(draw(
                                        "button",
                                        p,
                                        Map.of("label", "common.save", "action", "/x", "tone", "small"))))));
            }
        };
        Content table = out -> {
            out.writeContent(draw(
                    "table",
                    Map.of(),
                    Map.of(
                            "caption",
                            page.text("navigation.cases"),
                            "head",
                            (Content) head -> {
                                head.writeContent(draw("column", p, Map.of("label", "navigation.cases")));
                                head.writeContent(draw("column", p, Map.of("label", "stepper.label")));
                                head.writeContent(draw("column", p, Map.of("label", "form.date.date")));
                                head.writeContent(draw("column", p, Map.of("label", "form.currency", "right", true)));
                            },
                            "body",
                            (Content) body -> {
                                for (Stage each : List.of(Stage.DETENTION, Stage.TRANSIT, Stage.CONTACT)) {
                                    body.writeContent("<tr><th scope=row><a href=#>C-2026-7F3KQM</a></th><td>"
                                            + draw("stage", p, Map.of("stage", each)) + " "
                                            + draw("risk", p, Map.of("level", Level.HIGH, "score", 60))
                                            + "</td><td>2026-11-20</td><td class=number>"
                                            + page.texts().money(Money.of("2500000", "KRW")) + "</td></tr>");
                                }
                            })));
            out.writeContent(draw("more", p, Map.of("number", 2, "before", "/cases", "after", "/cases?page=3")));
        };
        Content all = out -> {
            out.writeContent(draw(
                    "heading",
                    Map.of(),
                    Map.of(
                            "title",
                            "C-2026-7F3KQM",
                            "above",
                            page.text("navigation.cases"),
                            "aboveAddress",
                            "/cases",
                            "beside",
                            (Content)
                                    b -> b.writeContent("<a class='button plain' href=#>PDF</a> <a class=button href=#>"
                                            + page.text("common.save") + "</a>"))));
            card(out, "Badges", badges);
            out.writeContent("<h2>Steppers</h2>");
            steppers.writeTo(out);
            out.writeContent("<div class=columns><div>");
            card(out, "Timeline", timeline);
            card(out, "Form", form);
            out.writeContent("</div><div>");
            card(out, "Facts", facts);
            alerts.writeTo(out);
            out.writeContent("</div></div><p></p>");
            table.writeTo(out);
            out.writeContent("<p></p>"
                    + draw(
                            "empty",
                            p,
                            Map.of(
                                    "title",
                                    "landing.title",
                                    "hint",
                                    "landing.lead",
                                    "action",
                                    "/cases/new",
                                    "label",
                                    "common.save"))
                    + "<p></p>");
            out.writeContent(draw(
                    "conflict",
                    p,
                    Map.of(
                            "fresh",
                            "/x",
                            "differences",
                            List.of(
                                    new Difference(
                                            "form.place.name", korean ? "쿤밍" : "Kunming", korean ? "징훙" : "Jinghong"),
                                    new Difference("form.date.date", "2026-03", "2026-03")))));
            card(out, "Errors", wrong);
        };
        Map<String, Object> whole = new HashMap<>(p);
        whole.putAll(Map.of("title", "Style guide", "wide", true, "content", all));
        StringOutput drawn = new StringOutput();
        TEMPLATES.render("layout/page.jte", whole, drawn);

        Files.createDirectories(GUIDE);
        Files.writeString(GUIDE.resolve(language + ".html"), drawn.toString());
        Files.writeString(
                GUIDE.resolve("durumi.css"),
                Files.readString(ASSETS.resolve("durumi.css"))
                        .replaceAll("asset\\(([^)]*)\\)", "url(../../" + ASSETS + "/$1)"));
        assertTrue(drawn.toString().contains("aria-invalid=\"true\""));
        assertFalse(drawn.toString().contains(" style="), "an inline style would be refused by the policy");
        assertFalse(drawn.toString().matches("(?s).*\\son[a-z]+=.*"), "a handler in the page would be refused");
    }

    private static Content fields(Page page, FormInput input) {
        Map<String, Object> p = Map.of("page", page, "input", input);
        return out -> {
            out.writeContent(
                    draw("text", p, Map.of("name", "alias", "label", "landing.demo.who", "hint", "form.place.hint")));
            out.writeContent(draw("date", p, Map.of("name", "happened", "label", "form.date.date")));
            out.writeContent(draw("place", p, Map.of("name", "place", "label", "form.place.name", "optional", true)));
            out.writeContent(draw("money", p, Map.of("name", "price", "label", "form.currency")));
            out.writeContent(
                    draw("number", p, Map.of("name", "days", "label", "list.pages", "unit", "form.date.date")));
            out.writeContent(draw(
                    "select",
                    p,
                    Map.of(
                            "name",
                            "means",
                            "label",
                            "stepper.label",
                            "choices",
                            Choice.of(page.texts(), Means.values()))));
            out.writeContent(draw(
                    "radios",
                    p,
                    Map.of(
                            "name",
                            "asked",
                            "label",
                            "form.choose",
                            "choices",
                            Choice.of(page.texts(), Answer.values()))));
            out.writeContent(draw(
                    "checkboxes",
                    p,
                    Map.of(
                            "name",
                            "flags[]",
                            "label",
                            "form.choose",
                            "choices",
                            Choice.of(page.texts(), Stage.CONTACT, Stage.BROKER))));
            out.writeContent(
                    draw("checkbox", p, Map.of("name", "ready", "label", "form.choose", "hint", "form.place.hint")));
            out.writeContent(
                    draw("textarea", p, Map.of("name", "reason", "label", "form.date.words", "optional", true)));
        };
    }

    private static String form(Page page, FormInput input, Content fields) {
        return draw(
                "form",
                Map.of("page", page),
                Map.of("input", input, "action", "/cases/new", "cancel", "/cases", "content", fields));
    }

    private static void card(gg.jte.TemplateOutput out, String title, Content content) {
        out.writeContent(draw("card", Map.of(), Map.of("title", title, "content", content)));
    }

    private static String draw(String part, Map<String, Object> common, Map<String, Object> own) {
        Map<String, Object> facts = new HashMap<>(common);
        facts.putAll(own);
        StringOutput out = new StringOutput();
        TEMPLATES.render("parts/" + part + ".jte", facts, out);
        return out.toString();
    }
}
