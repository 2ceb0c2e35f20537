package org.durumi.web.frame;

import java.util.List;
import java.util.Optional;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.support.FormInput;

/**
 * Which part of a timeline is asked for, as the address says it. What it says wrongly counts as not said.
 *
 * @param typed the fields «person» (a letter), «kind», «order» (RECORDED or nothing) and «page» (from 1)
 */
public record TimelineQuery(FormInput typed) {
    static final int PAGE = 50;
    private static final String RECORDED = "RECORDED";

    /** Whether a person or a kind is chosen. */
    public boolean isNarrowed() {
        return !typed.typed("person").isEmpty() || !typed.typed("kind").isEmpty();
    }

    /** The events that are asked for, in the order that is asked for. */
    List<CaseEvent> select(List<CaseEvent> all, OpenCase open) {
        Optional<ParticipantId> who = open.view().everyone().stream()
                .filter(each -> each.label().equals(typed.typed("person")))
                .map(each -> each.id())
                .findFirst();
        String kind = typed.typed("kind");
        return all.stream()
                .filter(each -> who.map(each::isAbout).orElse(true))
                .filter(each -> kind.isEmpty() || each.kind().equals(kind))
                .sorted(typed.isChosen("order", RECORDED) ? CaseEvent.BY_RECORDING : CaseEvent.BY_HAPPENING)
                .toList();
    }

    List<CaseEvent> page(List<CaseEvent> selected) {
        int from = Math.min(selected.size(), (page() - 1) * PAGE);
        return selected.subList(from, Math.min(selected.size(), from + PAGE));
    }

    boolean hasMore(List<CaseEvent> selected) {
        return selected.size() > page() * PAGE;
    }

    /** The number of the page, from 1. */
    public int page() {
        String number = typed.typed("page");
        return number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 1;
    }

    /** The address of another page with the same filter. */
    public String address(OpenCase open, int page) {
        StringBuilder address = new StringBuilder(open.address() + "/timeline?page=" + page);
        for (String field : List.of("person", "kind", "order")) {
            String value = typed.typed(field);
            if (value.matches("\\w+")) {
                address.append('&').append(field).append('=').append(value);
            }
        }
        return address.toString();
    }
}
