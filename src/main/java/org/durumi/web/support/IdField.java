package org.durumi.web.support;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.durumi.kernel.Texts;

/**
 * An identifier. It means nothing to a reader: who shows one says what it stands for, see {@link RecordForm#saying}.
 *
 * @param identifier makes one of its random number, and is written as that number
 */
record IdField<I>(Function<UUID, I> identifier) implements ChosenField<I> {
    @Override
    public Optional<I> find(String value) {
        return FormInput.uuid(value).map(identifier);
    }

    @Override
    public String value(I id) {
        return id.toString();
    }

    @Override
    public String show(I id, Texts texts) {
        return id.toString();
    }
}
