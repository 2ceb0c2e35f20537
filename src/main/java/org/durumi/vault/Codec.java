package org.durumi.vault;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the values of one type become bytes and are read again. Pure functions; nothing of Java's own serialization. */
interface Codec<T> {
    byte[] write(T value);

    T read(byte[] written);

    /** What a component says that was not there yet when its record was written; empty if its type knows no such value. */
    Optional<T> unknown();

    /** @throws IllegalArgumentException if a sealed record cannot hold values of this type */
    static Codec<?> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Codec<?> each = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Optional.class) {
                return new OptionalCodec<>(each);
            } else if (generic.getRawType() == List.class) {
                return new ListCodec<>(each);
            } else if (generic.getRawType() == Set.class) {
                return SetCodec.of(each);
            }
        } else if (type instanceof Class<?> plain) {
            if (plain.isEnum()) {
                return EnumCodec.of(plain);
            }
            return plain.isRecord() ? RecordCodec.of(plain.asSubclass(Record.class)) : PlainCodec.of(plain);
        }
        throw new IllegalArgumentException("a sealed record cannot hold " + type.getTypeName());
    }
}
