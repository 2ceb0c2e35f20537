package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** The names of the brokers and legs that the entries of the case of this request mention, read once. */
@RequestScoped
class NamesInJourneys {
    @Inject
    Mentions mentions;

    private @Nullable Map<String, String> known;

    /** By the identifier of the broker or leg. */
    Map<String, String> of(OpenCase open) {
        if (known == null) {
            known = mentions.names(open.view(), open.texts());
        }
        return known;
    }
}
