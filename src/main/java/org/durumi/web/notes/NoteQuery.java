package org.durumi.web.notes;

import java.util.List;
import java.util.Optional;
import org.durumi.cases.Participant;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.CaseEvent;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.PageNumber;

/**
 * Which notes are asked for, as the address says it. What it says wrongly counts as not said.
 *
 * @param typed the fields «person» (a letter), «show» (CONTACTS or nothing) and «page» (from 1)
 */
public record NoteQuery(FormInput typed) {
    /** What is shown of contacts alone. */
    public static final String CONTACTS = "CONTACTS";

    private static final int PAGE = 20;

    /** Whether a person or the contacts are chosen. */
    public boolean isNarrowed() {
        return !typed.typed("person").isEmpty() || onlyContacts();
    }

    private boolean onlyContacts() {
        return typed.isChosen("show", CONTACTS);
    }

    /** Those that are asked for, in their order. */
    List<CaseEvent> select(List<CaseEvent> all, OpenCase open) {
        Optional<ParticipantId> who = open.view().everyone().stream()
                .filter(each -> each.label().equals(typed.typed("person")))
                .map(Participant::id)
                .findFirst();
        return all.stream()
                .filter(each -> who.map(each::isAbout).orElse(true))
                .filter(each -> !onlyContacts() || each.kind().equals(NoteEvents.CONTACT))
                .toList();
    }

    List<CaseEvent> page(List<CaseEvent> selected) {
        int from = Math.min(selected.size(), number().index() * PAGE);
        return selected.subList(from, Math.min(selected.size(), from + PAGE));
    }

    boolean hasMore(List<CaseEvent> selected) {
        return selected.size() > number().value() * PAGE;
    }

    public PageNumber number() {
        return PageNumber.read(typed.typed("page"));
    }

    /** The address of another page with the same filter. */
    public String address(OpenCase open, int page) {
        StringBuilder address = new StringBuilder(open.address() + "/notes?page=" + page);
        for (String field : List.of("person", "show")) {
            String value = typed.typed(field);
            if (value.matches("\\w+")) {
                address.append('&').append(field).append('=').append(value);
            }
        }
        return address.toString();
    }
}
