package org.durumi.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.durumi.kernel.CountryCode;
import org.durumi.route.Stance;
import org.durumi.route.Stances;

/** What countries do with people who fled the North, read once for all cases and rules of a request. */
@RequestScoped
public class Countries {
    @Inject
    CountryStances recorded;

    private final Map<LocalDate, Stances> known = new HashMap<>();

    /** The stance of every country on a day. */
    public Stances on(LocalDate day) {
        return known.computeIfAbsent(day, this::read);
    }

    private Stances read(LocalDate day) {
        Map<CountryCode, Stance> latest = new HashMap<>();
        recorded.by(day).forEach(each -> latest.put(each.country(), each.stance()));
        return new Stances(latest);
    }
}
