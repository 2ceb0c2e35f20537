package org.durumi.web.risk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.durumi.cases.CaseView;
import org.durumi.kernel.ParticipantId;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.Unknown;

/**
 * A question that nobody has answered yet, and of whom it must be asked.
 *
 * @param labels the letters of those people: «A, C»
 */
public record OpenQuestion(Unknown unknown, String labels) {
    /** Each question once, in the order of the rules. */
    static List<OpenQuestion> of(RiskPanel risk, CaseView view) {
        Map<Unknown, Set<ParticipantId>> asked = new LinkedHashMap<>();
        risk.participants()
                .forEach(each -> each.unknowns()
                        .forEach(unknown -> asked.computeIfAbsent(unknown, any -> new LinkedHashSet<>())
                                .add(each.participant())));
        return asked.entrySet().stream()
                .map(each -> new OpenQuestion(each.getKey(), view.labels(each.getValue())))
                .toList();
    }
}
