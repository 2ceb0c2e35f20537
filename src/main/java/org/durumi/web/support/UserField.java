package org.durumi.web.support;

import java.util.Optional;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;

/** Somebody of the staff. Their identifier means nothing to a reader: who shows one says their handle. */
record UserField() implements ChosenField<UserId> {
    @Override
    public Optional<UserId> find(String value) {
        return FormText.isCleanLine(value) ? UserId.read(value) : Optional.empty();
    }

    @Override
    public String value(UserId user) {
        return user.value();
    }

    @Override
    public String show(UserId user, Texts texts) {
        return user.value();
    }
}
