package org.durumi.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody had typed where they were stopped, for them alone.
 *
 * @param address of the form's page, a path of ours with its query
 * @param fields may be none
 */
public record TypedForm(String address, List<Typed> fields) {
    /** One field as it was typed. */
    public record Typed(String name, List<String> values) {
        public Typed {
            values = List.copyOf(values);
        }
    }

    public TypedForm {
        fields = List.copyOf(fields);
    }

    public static TypedForm of(String address, Map<String, List<String>> fields) {
        return new TypedForm(
                address,
                fields.entrySet().stream()
                        .map(each -> new Typed(each.getKey(), each.getValue()))
                        .toList());
    }

    /** The fields as a form takes them. */
    public Map<String, List<String>> byName() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach(each -> all.put(each.name(), each.values()));
        return all;
    }
}
