package org.durumi.web.support;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Visible;
import org.durumi.route.Place;

/** Which kind of field a component of a record is: its type says it, and the constraints that stand at it. */
final class FieldKinds {
    private static final Map<Class<?>, Field<?>> BY_TYPE = Map.of(
            Answer.class, Field.answer(),
            boolean.class, Field.tick(),
            PartialDate.class, Field.date(),
            LocalDate.class, Field.day(),
            Money.class, Field.money(),
            Place.class, Field.place(),
            CountryCode.class, Field.country(),
            CaseNumber.class, new CaseNumberField());

    private FieldKinds() {}

    /** @throws IllegalArgumentException if there is none, or a text or a number does not say its limits */
    static Field<?> of(RecordComponent component) {
        try {
            return of(component.getAccessor().getAnnotatedReturnType(), component.getAccessor());
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + ": " + none.getMessage());
        }
    }

    /** @param told what bears the constraints */
    private static Field<?> of(AnnotatedType annotated, AnnotatedElement told) {
        Class<?> type = raw(annotated);
        if (BY_TYPE.containsKey(type)) {
            return BY_TYPE.get(type);
        } else if (type == String.class) {
            return text(
                    limit(told, Longest.class),
                    Optional.ofNullable(told.getAnnotation(Visible.class))
                            .map(Visible::value)
                            .orElse(0));
        } else if (type == int.class || type == Integer.class) {
            return Field.number((int) limit(told, Min.class).value(), (int)
                    limit(told, Max.class).value());
        } else if (type == Optional.class) {
            return argument(annotated).optional();
        } else if (type == Set.class && argument(annotated) instanceof ChosenField<?> each) {
            return new SeveralField<>(each, told.isAnnotationPresent(NotEmpty.class));
        } else if (type.isEnum()) {
            return constants(type);
        } else if (isIdentifier(type)) {
            return identifier(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException("no kind of field for " + type.getName());
    }

    private static Class<?> raw(AnnotatedType annotated) {
        return annotated.getType() instanceof ParameterizedType of
                ? (Class<?>) of.getRawType()
                : (Class<?>) annotated.getType();
    }

    private static Field<?> argument(AnnotatedType annotated) {
        AnnotatedType inner = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
        return of(inner, inner);
    }

    private static <A extends Annotation> A limit(AnnotatedElement told, Class<A> limit) {
        return Optional.ofNullable(told.getAnnotation(limit))
                .orElseThrow(() -> new IllegalArgumentException("it has no @" + limit.getSimpleName()));
    }

    private static Field<String> text(Longest longest, int shortest) {
        return new TextField(longest.lines(), shortest, longest.value());
    }

    @SuppressWarnings("unchecked") // it is an enum
    private static Field<?> constants(Class<?> type) {
        return new ChoiceField<>((Class<? extends Enum<?>>) type);
    }

    private static boolean isIdentifier(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static <I extends Record> Field<I> identifier(Class<I> type) {
        Constructor<I> constructor = Reflected.constructor(type);
        return new IdField<>(id -> Reflected.create(constructor, id));
    }
}
