package org.durumi.cases;

import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.LocalDate;
import java.util.List;

/** The recorded stances of countries. */
@Repository(provider = "Hibernate")
interface CountryStances {
    /** Those that had begun by a day, the oldest first. */
    @Query("from CountryStance s where s.since <= :day order by s.since, s.country")
    List<CountryStance> by(LocalDate day);
}
