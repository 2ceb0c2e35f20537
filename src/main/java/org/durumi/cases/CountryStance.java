package org.durumi.cases;

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

/** The stance of one country from one day on, and where that is said. */
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

    public CountryCode country() {
        return new CountryCode(country);
    }

    public Stance stance() {
        return stance;
    }

    /** Where it is said. */
    public String source() {
        return source;
    }
}
