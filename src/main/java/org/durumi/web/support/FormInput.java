package org.durumi.web.support;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.identity.session.KeptForms.KeptForm;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.VisibleText;

/**
 * What somebody typed into a form, field by field, and what is wrong with it.
 *
 * <p>It is read field by field, each by its kind; what was typed stays as it was, so that the form can be shown again. After
 * all fields are read, {@link #isValid} says whether the values may be used. A form that is what a record asks for is read
 * by a {@link RecordForm}.
 */
public final class FormInput {
    /** The hidden field with the version of what is changed. */
    public static final String VERSION = "version";
    /** The hidden field with the key that makes a creation happen once. */
    public static final String ONCE = "once";
    /** The hidden field with the name of the kept form that fills this one. */
    public static final String KEPT = "kept";
    /** The hidden field with the draft from which this form was filled. */
    public static final String DRAFT = "draft";
    /** The hidden field that says that the form is long: what was typed is worth keeping for days. */
    public static final String LONG = "long";
    /** The hidden field with the secret of the session. */
    public static final String TOKEN = "token";
    /** The button that asks for the same form once more. */
    static final String THEN = "then";
    /**
     * Where the page of a form says, in the address, on which page of ours the form stands that is sent elsewhere. No field is called like this: a name with a
     * hyphen is none of a record.
     */
    public static final String PAGE = "form-page";

    /** What a page puts into its form, and puts there afresh when it is shown again: nothing of it was typed. */
    public static final Set<String> OF_THE_PAGE = Set.of(TOKEN, KEPT, DRAFT, THEN, PAGE);

    /** The field that says whom a form is about: several people at once. */
    public static final String WHOM = "participant[]";

    /** What a single box sends if it is ticked. */
    public static final String TICKED = "yes";

    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final FormErrors errors = new FormErrors();
    private boolean stale;

    private FormInput() {}

    /** A new form: nothing typed yet, and a fresh key for its one creation. */
    public static FormInput blank() {
        return new FormInput().with(ONCE, UUID.randomUUID().toString());
    }

    public static FormInput of(MultivaluedMap<String, String> fields) {
        FormInput input = new FormInput();
        fields.forEach((field, values) -> input.typed.put(field, List.copyOf(values)));
        return input;
    }

    /** Whom an address wants a form to be about; empty if it does not say, or is damaged. */
    public static Optional<Set<ParticipantId>> whom(List<String> asked) {
        return new FormInput().with(WHOM, asked).readIfTyped(WHOM, Field.whom());
    }

    /** Fills a field in advance. */
    public FormInput with(String field, String value) {
        typed.put(field, List.of(value));
        return this;
    }

    /** Fills a choice in advance. */
    public FormInput with(String field, Enum<?> value) {
        return with(field, value.name());
    }

    /** Fills a field of any kind in advance. */
    public <T> FormInput with(String field, Field<T> kind, T value) {
        kind.fill(this, field, value);
        return this;
    }

    /** Fills a field of several answers in advance. */
    public FormInput with(String field, List<String> values) {
        typed.put(field, List.copyOf(values));
        return this;
    }

    /** Says which version of the row is being changed. */
    public FormInput withVersion(long version) {
        return with(VERSION, Long.toString(version));
    }

    /** Fills the form with what was typed before its sender had to prove anew who they are. */
    FormInput refill(KeptForm form) {
        typed.keySet().retainAll(Set.of(ONCE, VERSION));
        typed.putAll(form.fields());
        return with(KEPT, form.id().toString());
    }

    /** Whether it shows what was typed before and is stored nowhere. */
    public boolean isFilledAgain() {
        return has(TOKEN) || has(KEPT);
    }

    /** The page from which the form was opened; empty if it does not say, or says no page of ours. */
    public String back() {
        return Back.read(typed(Back.FIELD));
    }

    /** From now on it is another form: of no draft, and with a fresh key. */
    void asAnother() {
        typed.remove(DRAFT);
        with(ONCE, UUID.randomUUID().toString());
    }

    /** What was typed, or empty. */
    public String typed(String field) {
        List<String> values = answers(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Everything that was chosen in a field of several answers. */
    public List<String> answers(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** Whether an answer is chosen, in a field of one or of several answers. */
    public boolean isChosen(String field, String value) {
        return answers(field).contains(value);
    }

    /** Whether a single box is ticked. */
    public boolean isTicked(String field) {
        return typed(field).equals(TICKED);
    }

    /** The fields of this beginning that hold something. */
    public Set<String> typedBelow(String prefix) {
        return typed.keySet().stream()
                .filter(field -> field.startsWith(prefix) && !typed(field).isEmpty())
                .collect(Collectors.toSet());
    }

    public boolean has(String field) {
        return typed.containsKey(field);
    }

    public FormErrors errors() {
        return errors;
    }

    /** Whether everything that was read so far is right. */
    public boolean isValid() {
        return errors.isEmpty();
    }

    /** What was typed; empty with an error at the field if nothing of this kind was. */
    public <T> Optional<T> read(String field, Field<T> kind) {
        return kind.read(this, field);
    }

    /** What was typed; empty if nothing was, or with an error. */
    public <T> Optional<T> readIfTyped(String field, Field<T> kind) {
        return VisibleText.isEmpty(typed(field)) ? Optional.empty() : kind.read(this, field);
    }

    /** Notes what is wrong with a field, which therefore has no value. */
    public <T> Optional<T> refuse(String field, String key, Object... arguments) {
        errors.at(field, key, arguments);
        return Optional.empty();
    }

    /** Notes the rule that this form breaks. */
    public void refuse(RuleViolation broken) {
        errors.add(broken);
    }

    /** Notes that somebody else stored another text since this form was opened. */
    public void markStale() {
        stale = true;
        errors.onTop("form.changed-meanwhile");
    }

    /** Whether somebody else stored another text since this form was opened: the page shows both. */
    public boolean isStale() {
        return stale;
    }

    /** The version of the row that this form changes; empty with an error on top if somebody took it out of the form. */
    public OptionalLong version() {
        try {
            return OptionalLong.of(Integer.parseInt(typed(VERSION)));
        } catch (NumberFormatException missing) {
            errors.onTop("form.incomplete");
            return OptionalLong.empty();
        }
    }

    /**
     * The key that makes this creation happen once; empty with an error on top if somebody took it out of the form. It
     * changes with what was typed: whoever comes back to a form and sends other words creates another thing, and is not
     * told that something was stored which was not.
     */
    public Optional<UUID> once() {
        Optional<UUID> key = uuid(typed(ONCE));
        if (key.isEmpty()) {
            errors.onTop("form.incomplete");
        }
        return key.map(each -> FormKey.of(content()));
    }

    /** Everything that was typed, and the form's own key, which nobody can guess. */
    private String content() {
        return new TreeMap<>(typed)
                .entrySet().stream()
                        .filter(each -> !OF_THE_PAGE.contains(each.getKey()))
                        .map(each -> each.getKey() + '\0' + String.join("\0", each.getValue()))
                        .collect(Collectors.joining("\0\0"));
    }

    /** The name of the kept form that filled this one; empty in the usual case. */
    Optional<UUID> kept() {
        return uuid(typed(KEPT));
    }

    public static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notId) {
            return Optional.empty();
        }
    }
}
