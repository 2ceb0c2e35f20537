package org.durumi.web.costs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteService;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** The quotes of the case of this request, read once for all parts of its page. */
@RequestScoped
class CaseQuotes {
    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.QUOTE, AccessGroup.BROKER);

    @Inject
    QuoteService quotes;

    @Inject
    Handles handles;

    private @Nullable List<QuoteLine> known;

    List<QuoteLine> of(OpenCase open) {
        if (known == null) {
            known = quotes.of(open.view().file());
        }
        return known;
    }

    /** Opens none of them. */
    int number(OpenCase open) {
        return known != null ? known.size() : quotes.numberOf(open.view().file());
    }

    /** The handles of everybody who recorded or decided one. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(of(open).stream()
                .map(QuoteLine::quote)
                .flatMap(
                        each -> Stream.concat(Stream.of(each.recorded().by()), each.decided().map(Signed::by).stream()))
                .collect(Collectors.toSet()));
    }
}
