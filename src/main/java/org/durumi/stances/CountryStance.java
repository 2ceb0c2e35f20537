package org.durumi.stances;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.route.Stance;
import org.hibernate.annotations.Immutable;

/** The stance of one country from one day on with which the installation came, and where that is said. */
@Entity
@Immutable
@Table(name = "country_stance")
public class CountryStance {
    @EmbeddedId
    private EntryId id;

    private String country;
    private LocalDate since;

    @Enumerated(EnumType.STRING)
    private Stance stance;

    private String source;

    protected CountryStance() {} // Hibernate

    CountryCode country() {
        return new CountryCode(country);
    }

    Stance stance() {
        return stance;
    }

    LocalDate since() {
        return since;
    }

    /** Where it is said. */
    String source() {
        return source;
    }
}
