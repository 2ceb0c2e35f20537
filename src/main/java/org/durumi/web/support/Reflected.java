package org.durumi.web.support;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** Records, made and read by their components. */
final class Reflected {
    private Reflected() {}

    /** @throws IllegalArgumentException if nobody outside its package can make one */
    static <N extends Record> Constructor<N> constructor(Class<N> type) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(type.getName() + " is not public");
        }
        try {
            return type.getConstructor(types);
        } catch (NoSuchMethodException hidden) {
            throw new IllegalArgumentException(type.getName() + " has no public constructor", hidden);
        }
    }

    /** @param values one for each component */
    static <N extends Record> N create(Constructor<N> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(
                    constructor.getDeclaringClass().getName() + " refuses what its form lets through",
                    refused.getCause());
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    static Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
