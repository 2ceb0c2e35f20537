package org.durumi.cases;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The consents of a case, read once for everybody who shows or weighs them on one page. */
@RequestScoped
class KnownConsents {
    private final Map<CaseFile, Read> known = new HashMap<>();

    /**
     * What is stored of a case, opened.
     *
     * @param whole whether all of it could be read
     */
    record Read(List<Consent> all, boolean whole) {
        Read {
            all = List.copyOf(all);
        }
    }

    Read of(CaseFile file, Function<CaseFile, Read> reading) {
        return known.computeIfAbsent(file, reading);
    }
}
