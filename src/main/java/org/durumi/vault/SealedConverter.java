package org.durumi.vault;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a sealed value as it is. It opens nothing: it sees neither the row nor the person who asks. */
@Converter(autoApply = true)
public class SealedConverter implements AttributeConverter<Sealed, byte[]> {
    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable Sealed sealed) {
        return sealed == null || sealed.isNothing() ? null : sealed.bytes();
    }

    @Override
    public Sealed convertToEntityAttribute(byte @Nullable [] stored) {
        return stored == null ? Sealed.nothing() : new Sealed(stored);
    }
}
