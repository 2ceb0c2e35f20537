package org.durumi.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.durumi.stack.Caller;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/**
 * A form as it stands on a page, read as a browser reads it, so that every field is attacked without being named.
 *
 * @param post whether it changes something
 */
record Form(boolean post, String action, List<Field> fields) {
    /** What a field takes. */
    enum Kind {
        HIDDEN,
        TEXT,
        DATE,
        NUMBER,
        CHOICE,
        BOX,
        /** Sent by {@link Caller#upload}. */
        FILE
    }

    /**
     * One field, or one of the answers of a field.
     *
     * @param value what stands in it
     * @param chosen whether it is sent as it stands
     * @param longest how many characters it may hold
     */
    record Field(String name, Kind kind, String value, boolean chosen, int longest) {}

    /** The forms in the content of a page. */
    static List<Form> on(Caller.Answer page) {
        return page.document().select("main form").forms().stream()
                .map(form -> new Form(form.attr("method").equals("post"), form.attr("action"), fields(form)))
                .toList();
    }

    /** All but the secret of the session, which {@link Caller#post} adds. */
    private static List<Field> fields(FormElement form) {
        return form.select("input, textarea, select").not("[name=token]").stream()
                .flatMap(each -> switch (each.normalName()) {
                    case "input" -> Stream.of(input(each));
                    case "textarea" -> Stream.of(field(each, Kind.TEXT, each.wholeText(), true));
                    default -> options(each);
                })
                .toList();
    }

    private static Stream<Field> options(Element select) {
        Elements options = select.select("option");
        Element chosen =
                Optional.ofNullable(options.select("[selected]").first()).orElseGet(options::first);
        return options.stream().map(each -> new Field(select.attr("name"), Kind.CHOICE, each.val(), each == chosen, 0));
    }

    private static Field input(Element input) {
        Kind kind =
                switch (input.attr("type")) {
                    case "hidden" -> Kind.HIDDEN;
                    case "radio" -> Kind.CHOICE;
                    case "checkbox" -> Kind.BOX;
                    case "file" -> Kind.FILE;
                    case "date" -> Kind.DATE;
                    default ->
                        input.hasClass("date") ? Kind.DATE : input.is("[inputmode], .half") ? Kind.NUMBER : Kind.TEXT;
                };
        return field(input, kind, input.val(), !input.is("[type=radio], [type=checkbox]") || input.hasAttr("checked"));
    }

    private static Field field(Element element, Kind kind, String value, boolean chosen) {
        return new Field(
                element.attr("name"), kind, value, chosen, Integer.parseInt("0" + element.attr("data-longest")));
    }

    /** The names of the fields into which anything may be typed. */
    Set<String> texts() {
        Set<String> names = new LinkedHashSet<>();
        fields.stream().filter(each -> each.kind() == Kind.TEXT).forEach(each -> names.add(each.name()));
        return names;
    }

    /** Whether a file belongs to it. */
    boolean takesFile() {
        return fields.stream().anyMatch(each -> each.kind() == Kind.FILE);
    }

    int longest(String name) {
        return named(name).getFirst().longest();
    }

    /** What stands in a field of text. */
    String value(String name) {
        return named(name).getFirst().value();
    }

    /** A field, or the answers of one. */
    private List<Field> named(String name) {
        List<Field> found =
                fields.stream().filter(each -> each.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("the form of " + action + " has no field " + name);
        }
        return found;
    }

    /**
     * Names and values in turn: what stands in the form or was chosen in advance, the first answer where an answer is missing,
     * every text field as told.
     *
     * @param answers what is answered at some fields
     * @param text from a field's name to what is typed; empty leaves the field as it is
     * @throws IllegalStateException if a field that is answered is not in the form
     */
    String[] filled(Map<String, String> answers, UnaryOperator<String> text) {
        answers.keySet().forEach(this::named);
        List<String> sent = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Field each : fields) {
            String name = each.name();
            if (answers.containsKey(name)) {
                if (done.add(name)) {
                    sent.addAll(List.of(name, answers.get(name)));
                }
                continue;
            }
            switch (each.kind()) {
                case TEXT -> {
                    String typed = text.apply(name);
                    sent.addAll(List.of(name, typed.isEmpty() ? each.value() : typed));
                }
                case CHOICE -> {
                    if (done.add(name)) {
                        chosen(name).ifPresent(value -> sent.addAll(List.of(name, value)));
                    }
                }
                case BOX -> {
                    if (each.chosen() || name.endsWith("[]")) {
                        sent.addAll(List.of(name, each.value()));
                    }
                }
                case FILE -> {}
                default -> sent.addAll(List.of(name, each.value()));
            }
        }
        return sent.toArray(String[]::new);
    }

    /** The chosen answer, else the first real one. */
    private Optional<String> chosen(String name) {
        List<Field> answers = named(name);
        return answers.stream()
                .filter(each -> each.chosen() && !each.value().isEmpty())
                .findFirst()
                .or(() ->
                        answers.stream().filter(each -> !each.value().isEmpty()).findFirst())
                .map(Field::value);
    }
}
