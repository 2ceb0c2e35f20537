package org.durumi.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.durumi.drafts.Draft;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.LongForms;

/** Keeps long forms of cases as drafts, and fills them again. */
@ApplicationScoped
public class LaterForms implements LongForms {
    /** Not a field of any page: the address of the form, which may say whom it is about. */
    private static final String ADDRESS = "address[]";

    private static final Pattern OF_A_CASE = Pattern.compile("/cases/(C-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6})/.+");

    /** What a page puts into its form and must be fresh when it is filled again. */
    private static final Set<String> OF_THE_PAGE =
            Set.of(FormInput.TOKEN, FormInput.KEPT, FormInput.DRAFT, "then", "do", "to");

    @Inject
    DraftService drafts;

    @Inject
    CurrentUser user;

    @Override
    public boolean takes(String address, Map<String, List<String>> fields) {
        return fields.containsKey(FormInput.LONG)
                && user.actor().is(Role.CASEWORKER)
                && OF_A_CASE.matcher(address).matches();
    }

    @Override
    public UUID keep(String address, Map<String, List<String>> fields) {
        Matcher ofCase = OF_A_CASE.matcher(address);
        if (!ofCase.matches()) {
            throw new NotFound();
        }
        Map<String, List<String>> typed = new LinkedHashMap<>(fields);
        typed.keySet().removeAll(OF_THE_PAGE);
        typed.put(ADDRESS, List.of(address));
        Optional<DraftId> before = fields.getOrDefault(FormInput.DRAFT, List.of()).stream()
                .flatMap(each -> FormInput.uuid(each).stream())
                .map(DraftId::new)
                .filter(drafts::isMine)
                .findFirst();
        before.ifPresent(
                each -> drafts.keep(each, any -> typed, drafts.line(each).address()));
        return before.orElseGet(() -> drafts.beginForm(new CaseNumber(ofCase.group(1)), typed))
                .value();
    }

    @Override
    public void sent(UUID draft) {
        drafts.sent(new DraftId(draft));
    }

    /** A form as it was kept, with the draft from which it comes. */
    record Kept(String address, Map<String, List<String>> fields) {}

    /** @throws NotFound if this person has no such draft of a form */
    Kept again(DraftId id) {
        Draft draft = drafts.read(id);
        Map<String, List<String>> fields = new LinkedHashMap<>(draft.typed());
        List<String> address = Optional.ofNullable(fields.remove(ADDRESS)).orElseThrow(NotFound::new);
        fields.put(FormInput.DRAFT, List.of(id.toString()));
        return new Kept(address.getFirst(), fields);
    }
}
