package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.durumi.kernel.CountryCode;
import org.durumi.route.Stance;
import org.durumi.route.Stances;

/** What countries do with people who fled the North. */
@ApplicationScoped
public class Countries {
    @Inject
    CountryStances recorded;

    /** The stance of every country on a day. */
    public Stances on(LocalDate day) {
        Map<CountryCode, Stance> latest = new HashMap<>();
        recorded.by(day).forEach(each -> latest.put(each.country(), each.stance()));
        return new Stances(latest);
    }
}
