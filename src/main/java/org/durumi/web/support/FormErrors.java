package org.durumi.web.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;

/** What is wrong with a form: at most one message at each field, in the order of the page, and messages about the whole. */
public final class FormErrors {
    private final Map<String, Message> atFields = new LinkedHashMap<>();
    private final List<Message> onTop = new ArrayList<>();

    /** What the page calls each field, by its key, in the order of the page; known after the fields are drawn. */
    private final Map<String, String> labels = new LinkedHashMap<>();

    /** A message by its key, to be said in the reader's language. */
    public record Message(String key, List<Object> arguments) {
        public Message {
            arguments = List.copyOf(arguments);
        }

        public String in(Texts texts) {
            return texts.text(key, arguments.toArray());
        }
    }

    /** A line of the summary on top of the form; the field is empty if the message is about the whole. */
    public record Line(String field, Message message) {}

    /** Notes a message at a field; the first one stays. */
    public void at(String field, String key, Object... arguments) {
        atFields.putIfAbsent(field, new Message(key, List.of(arguments)));
    }

    /** Notes a message about the form as a whole. */
    public void onTop(String key, Object... arguments) {
        onTop.add(new Message(key, List.of(arguments)));
    }

    /** Notes the rule that the form breaks, at its field if it names one. */
    public void add(RuleViolation broken) {
        Object[] arguments = broken.arguments().toArray();
        if (broken.field().isEmpty()) {
            onTop(broken.messageKey(), arguments);
        } else {
            at(broken.field(), broken.messageKey(), arguments);
        }
    }

    /** Says what the page calls a field; each part that draws a field does. */
    public void name(String field, String label) {
        labels.putIfAbsent(field, label);
    }

    /** What the page calls the field of a line, in the reader's language; empty if it did not say. */
    public String label(Line line, Texts texts) {
        String key = labels.getOrDefault(line.field(), labels.get(owner(line.field())));
        return key == null ? "" : texts.text(key);
    }

    public boolean isEmpty() {
        return atFields.isEmpty() && onTop.isEmpty();
    }

    public boolean isAt(String field) {
        return atFields.containsKey(field);
    }

    /** The first message at any of these fields in the reader's language; empty if they are right. */
    public String text(Texts texts, String... fields) {
        for (String field : fields) {
            if (atFields.containsKey(field)) {
                return atFields.get(field).in(texts);
            }
        }
        return "";
    }

    /** Every message: about the whole first, then field by field down the page. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        onTop.forEach(each -> lines.add(new Line("", each)));
        atFields.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> position(each.getKey())))
                .forEach(each -> lines.add(new Line(each.getKey(), each.getValue())));
        return List.copyOf(lines);
    }

    /** Where a field stands on the page; behind all others if it was not drawn. */
    private int position(String field) {
        List<String> drawn = List.copyOf(labels.keySet());
        int own = drawn.indexOf(field);
        int place = own < 0 ? drawn.indexOf(owner(field)) : own;
        return place < 0 ? drawn.size() : place;
    }

    /** The field to which «happened.words» belongs is «happened». */
    private static String owner(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
