package org.durumi.kernel;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.LocalDate;
import org.durumi.kernel.PartialDate.Precision;
import org.durumi.kernel.PartialDate.Qualifier;

/** What a table holds of a {@link PartialDate} in clear, to sort and to reckon with: all but the source's words. */
@Embeddable
public record DateSpan(
        LocalDate earliest,
        LocalDate latest,
        @Enumerated(EnumType.STRING) Precision precision,
        @Enumerated(EnumType.STRING) Qualifier qualifier)
        implements Serializable {

    public static DateSpan of(PartialDate date) {
        return new DateSpan(date.earliest(), date.latest(), date.precision(), date.qualifier());
    }

    /** The date again, with the words that the source used; empty if none were noted. */
    public PartialDate inTheWords(String words) {
        return new PartialDate(earliest, latest, precision, qualifier, words);
    }
}
