package org.durumi.web.support;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.route.Place;

/**
 * A kind of field: how it becomes a value from what was typed, how a value fills it, and how a reader says the value.
 *
 * <p>A field must be filled in unless its kind says otherwise; {@link #optional} makes of any kind one that may be left
 * blank. A feature that has a kind of its own writes a class of its own.
 *
 * @param <T> what a field of this kind holds
 */
public interface Field<T> {
    /**
     * What was typed at a name; empty if nothing of this kind was, and then the form says so at the field. What was typed
     * stays in the form in any case.
     */
    Optional<T> read(FormInput input, String name);

    /** Puts a value into the form, as if it had been typed. */
    void fill(FormInput input, String name, T value);

    /** A value in the reader's words. */
    String show(T value, Texts texts);

    /** The name that a field of this kind has in a form, from the name of the component of a record that it reads. */
    default String named(String component) {
        return component;
    }

    /** The same, but it may be left blank. */
    default Field<Optional<T>> optional() {
        return new OptionalField<>(this);
    }

    /** One line that must not be blank. */
    static Field<String> line(int longest) {
        return new TextField(false, 1, longest);
    }

    /** One line, or nothing. */
    static Field<String> optionalLine(int longest) {
        return new TextField(false, 0, longest);
    }

    /** Several lines of at least so many characters. */
    static Field<String> lines(int shortest, int longest) {
        return new TextField(true, shortest, longest);
    }

    /** Several lines, or nothing. */
    static Field<String> optionalLines(int longest) {
        return new TextField(true, 0, longest);
    }

    /** One of the constants. */
    static <E extends Enum<?>> Field<E> choice(Class<E> type) {
        return new ChoiceField<>(type);
    }

    /** Yes, no or unknown; unknown if nothing was chosen. */
    static Field<Answer> answer() {
        return new AnswerField();
    }

    /** A single box. */
    static Field<Boolean> tick() {
        return new TickField();
    }

    /** A partial date in the fields x, x.qualifier and x.words; unknown if nothing was typed. */
    static Field<PartialDate> date() {
        return new DateField();
    }

    /** A day to the day. */
    static Field<LocalDate> day() {
        return new DayField();
    }

    /** A whole number. */
    static Field<Integer> number(int lowest, int highest) {
        return new NumberField(lowest, highest);
    }

    /** An amount in its currency, in the fields x and x.currency. Commas between thousands are understood. */
    static Field<Money> money() {
        return new MoneyField("");
    }

    /** An amount in a currency that is chosen in another field. */
    static Field<Money> moneyIn(String currency) {
        return new MoneyField(currency);
    }

    /** A place in the fields x and x.country; unknown if nothing was typed. */
    static Field<Place> place() {
        return new PlaceField();
    }

    static Field<CountryCode> country() {
        return new CountryField();
    }

    /** Somebody of the staff, from a list of those who may be chosen. */
    static Field<UserId> user() {
        return new UserField();
    }

    /** Several of the staff, or nobody. */
    static Field<Set<UserId>> users() {
        return new SeveralField<>(new UserField(), false);
    }

    /** An identifier, from a list of those that may be chosen. */
    static <I> Field<I> id(Function<UUID, I> identifier) {
        return new IdField<>(identifier);
    }

    /** Whom a form is about, or nobody: then it is about the case as a whole. */
    static Field<Set<ParticipantId>> whomIfAny() {
        return new SeveralField<>(new IdField<>(ParticipantId::new), false, FormInput.WHOM);
    }

    /** Whom a form is about, at least one. It has one name in every form, so that a link can choose them in advance. */
    static Field<Set<ParticipantId>> whom() {
        return new SeveralField<>(new IdField<>(ParticipantId::new), true, FormInput.WHOM);
    }
}
