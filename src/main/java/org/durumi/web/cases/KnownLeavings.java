package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.SplitOff;
import org.durumi.cases.TakenOut;
import org.durumi.cases.TakingOutService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** Who was taken out of the case of this request, and from which it was split off, read once for all parts of its page. */
@RequestScoped
class KnownLeavings {
    @Inject
    TakingOutService takingOut;

    @Inject
    Handles handles;

    @Inject
    CaseSearch search;

    private @Nullable List<TakenOut> acts;

    private @Nullable List<SplitOff> splitOff;

    private @Nullable Set<CaseNumber> readable;

    /** Every act, those that were taken back too, the newest first. */
    List<TakenOut> acts(OpenCase open) {
        if (acts == null) {
            acts = takingOut.of(open.view());
        }
        return acts;
    }

    /** Those by which somebody is out. */
    List<TakenOut> standing(OpenCase open) {
        return open.view().takenOut().isEmpty()
                ? List.of()
                : acts(open).stream().filter(each -> each.putBack().isEmpty()).toList();
    }

    /** Those about one person. */
    List<TakenOut> of(OpenCase open, ParticipantId who) {
        return acts(open).stream()
                .filter(each -> each.participant().equals(who))
                .toList();
    }

    /** The case from which this one was split off; empty if from none. */
    Optional<SplitOff> splitOff(OpenCase open) {
        if (splitOff == null) {
            splitOff = takingOut.splitOff(open.view()).stream().toList();
        }
        return splitOff.stream().findFirst();
    }

    /** Those of the other cases that the reader may read: of the rest they are not told the number. */
    Set<CaseNumber> readable(OpenCase open) {
        if (readable == null) {
            readable = search.readable(Stream.concat(
                            splitOff(open).stream().map(SplitOff::from),
                            acts(open).stream().flatMap(each -> each.into().stream()))
                    .collect(Collectors.toSet()));
        }
        return readable;
    }

    /** What the reader calls another case. */
    String name(OpenCase open, CaseNumber other) {
        return readable(open).contains(other) ? other.value() : open.texts().text("split.elsewhere");
    }

    /** The handles of everybody who did it. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(Stream.concat(
                        splitOff(open).stream().map(SplitOff::recorded),
                        acts(open).stream()
                                .flatMap(each -> Stream.concat(Stream.of(each.recorded()), each.putBack().stream())))
                .map(Signed::by)
                .toList());
    }
}
