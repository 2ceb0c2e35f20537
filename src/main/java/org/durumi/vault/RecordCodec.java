package org.durumi.vault;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the components of a record in their order. The order of what was sealed once never changes: a new component comes
 * last, and says «unknown» or nothing in what was written before it.
 */
final class RecordCodec<R extends Record> implements Codec<R> {
    private static final ClassValue<RecordCodec<?>> ALL = new ClassValue<>() {
        @Override
        protected RecordCodec<?> computeValue(Class<?> type) {
            return new RecordCodec<>(type.asSubclass(Record.class));
        }
    };

    private final Class<R> type;
    private final Constructor<R> constructor;
    private final List<Part<?>> parts = new ArrayList<>();

    /** One component: how to ask for it, and how it is written. */
    private record Part<T>(Method accessor, Codec<T> codec) {
        static Part<?> of(RecordComponent component) {
            return new Part<>(component.getAccessor(), Codec.of(component.getGenericType()));
        }

        @SuppressWarnings("unchecked")
        byte[] writeOf(Record value) {
            return codec.write((T) call(accessor, value));
        }
    }

    private RecordCodec(Class<R> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent each : components) {
            parts.add(Part.of(each));
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its constructor", impossible);
        }
        constructor.setAccessible(true);
    }

    /** @throws IllegalArgumentException if it has a component of a type that cannot be sealed */
    @SuppressWarnings("unchecked")
    static <R extends Record> RecordCodec<R> of(Class<R> type) {
        return (RecordCodec<R>) ALL.get(type);
    }

    @Override
    public byte[] write(R value) {
        return Parts.join(parts.stream().map(part -> part.writeOf(value)).toList());
    }

    /** @throws IllegalStateException if it has more components than this record, or lacks one that knows no «unknown» */
    @Override
    public R read(byte[] written) {
        List<byte[]> known = Parts.split(written);
        if (known.size() > parts.size()) {
            throw new IllegalStateException("written by a newer version");
        }
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Codec<?> codec = parts.get(i).codec();
            values[i] = i < known.size()
                    ? codec.read(known.get(i))
                    : codec.unknown().orElseThrow(() -> new IllegalStateException("written by an older version"));
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("refused by its record", refused);
        }
    }

    /** What a static method of this name gives, such as {@link org.durumi.kernel.PartialDate#unknown}. */
    @Override
    public Optional<R> unknown() {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals("unknown")
                        && each.getParameterCount() == 0
                        && each.getReturnType() == type
                        && Modifier.isStatic(each.getModifiers()))
                .findFirst()
                .map(each -> type.cast(call(each, null)));
    }

    private static Object call(Method method, @Nullable Record on) {
        try {
            method.setAccessible(true);
            return method.invoke(on);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(method.getName() + " cannot be called", impossible);
        }
    }
}
