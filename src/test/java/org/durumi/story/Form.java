package org.durumi.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.durumi.stack.Caller;

/**
 * A form as it stands on a page, read as a browser reads it, so that every field is attacked without being named.
 *
 * @param post whether it changes something
 */
record Form(boolean post, String action, List<Field> fields) {
    private static final String ATTRIBUTES = " ((?:[^>\"]|\"[^\"]*\")*)>";
    private static final Pattern FORM = Pattern.compile("<form" + ATTRIBUTES + "(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "<input" + ATTRIBUTES + "|<textarea" + ATTRIBUTES + "(.*?)</textarea>|<select" + ATTRIBUTES
                    + "(.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option" + ATTRIBUTES, Pattern.DOTALL);

    /** What a field takes. */
    enum Kind {
        HIDDEN,
        TEXT,
        DATE,
        NUMBER,
        CHOICE,
        BOX
    }

    /**
     * One field, or one of the answers of a field.
     *
     * @param value what stands in it
     * @param chosen whether it is sent as it stands
     * @param longest how many characters a browser lets in
     */
    record Field(String name, Kind kind, String value, boolean chosen, int longest) {}

    /** The forms in the content of a page. */
    static List<Form> on(Caller.Answer page) {
        String text = page.text().replaceAll("(?s)^.*?<main", "<main");
        return FORM.matcher(text)
                .results()
                .map(form -> new Form(
                        attribute(form.group(1), "method").equals("post"),
                        attribute(form.group(1), "action"),
                        fields(form.group(2))))
                .toList();
    }

    /** All but the secret of the session, which {@link Caller#post} adds. */
    private static List<Field> fields(String content) {
        List<Field> fields = new ArrayList<>();
        for (MatchResult each : FIELD.matcher(content).results().toList()) {
            if (each.group(1) != null) {
                fields.add(input(each.group(1)));
            } else if (each.group(2) != null) {
                String text = unescaped(each.group(3));
                fields.add(
                        new Field(attribute(each.group(2), "name"), Kind.TEXT, text, true, maxlength(each.group(2))));
            } else {
                String name = attribute(each.group(4), "name");
                List<MatchResult> options =
                        OPTION.matcher(each.group(5)).results().toList();
                boolean none = options.stream().noneMatch(option -> has(option.group(1), "selected"));
                for (MatchResult option : options) {
                    boolean chosen = has(option.group(1), "selected") || none && option == options.get(0);
                    fields.add(new Field(name, Kind.CHOICE, attribute(option.group(1), "value"), chosen, 0));
                }
            }
        }
        fields.removeIf(each -> each.name().equals("token"));
        return List.copyOf(fields);
    }

    private static Field input(String attributes) {
        String name = attribute(attributes, "name");
        String value = attribute(attributes, "value");
        boolean checked = has(attributes, "checked");
        return switch (attribute(attributes, "type")) {
            case "hidden" -> new Field(name, Kind.HIDDEN, value, true, 0);
            case "radio" -> new Field(name, Kind.CHOICE, value, checked, 0);
            case "checkbox" -> new Field(name, Kind.BOX, value, checked, 0);
            case "date" -> new Field(name, Kind.DATE, value, true, 10);
            default -> {
                String mode = attribute(attributes, "inputmode");
                boolean date = attribute(attributes, "class").equals("date");
                boolean number =
                        !mode.isEmpty() || attribute(attributes, "class").equals("half");
                yield new Field(
                        name, date ? Kind.DATE : number ? Kind.NUMBER : Kind.TEXT, value, true, maxlength(attributes));
            }
        };
    }

    /** The names of the fields into which anything may be typed. */
    Set<String> texts() {
        Set<String> names = new LinkedHashSet<>();
        fields.stream().filter(each -> each.kind() == Kind.TEXT).forEach(each -> names.add(each.name()));
        return names;
    }

    int longest(String name) {
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .mapToInt(Field::longest)
                .max()
                .orElse(0);
    }

    /** What stands in a field of text. */
    String value(String name) {
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /**
     * Names and values in turn: what stands in the form or was chosen in advance, the first answer where an answer is missing,
     * every text field as told.
     *
     * @param answers what is answered at some fields
     * @param text from a field's name to what is typed; empty leaves the field as it is
     */
    String[] filled(Map<String, String> answers, UnaryOperator<String> text) {
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
                default -> sent.addAll(List.of(name, each.value()));
            }
        }
        return sent.toArray(String[]::new);
    }

    /** The chosen answer, else the first real one. */
    private Optional<String> chosen(String name) {
        List<Field> answers =
                fields.stream().filter(each -> each.name().equals(name)).toList();
        return answers.stream()
                .filter(each -> each.chosen() && !each.value().isEmpty())
                .findFirst()
                .or(() ->
                        answers.stream().filter(each -> !each.value().isEmpty()).findFirst())
                .map(Field::value);
    }

    static String attribute(String attributes, String name) {
        return Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"")
                .matcher(attributes)
                .results()
                .map(found -> unescaped(found.group(1)))
                .findFirst()
                .orElse("");
    }

    private static boolean has(String attributes, String name) {
        return Pattern.compile("(?:^|\\s)" + name + "(?:\\s|=|$)")
                .matcher(attributes)
                .find();
    }

    private static int maxlength(String attributes) {
        return Integer.parseInt("0" + attribute(attributes, "maxlength"));
    }

    /** The text that a page shows for what stands in its source. */
    static String unescaped(String source) {
        return source.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
