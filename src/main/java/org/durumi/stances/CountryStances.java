package org.durumi.stances;

import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.LocalDate;
import java.util.List;

/** The stances with which the installation came. */
@Repository(provider = "Hibernate")
interface CountryStances {
    /** Those that had begun by a day. */
    @Query("from CountryStance s where s.since <= :day")
    List<CountryStance> by(LocalDate day);
}
