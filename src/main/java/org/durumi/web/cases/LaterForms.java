package org.durumi.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.drafts.Draft;
import org.durumi.drafts.DraftId;
import org.durumi.drafts.DraftService;
import org.durumi.drafts.MyDraft;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.FormKey;
import org.durumi.web.support.LongForms;

/** Keeps long forms of cases as drafts, and fills them again. */
@ApplicationScoped
public class LaterForms implements LongForms {
    /** Not a field of any page: the address of the form, which may say whom it is about. */
    private static final String ADDRESS = "address[]";

    @Inject
    DraftService drafts;

    @Inject
    CurrentUser user;

    @Override
    public boolean takes(String address, Map<String, List<String>> fields) {
        return fields.containsKey(FormInput.LONG) && user.actor().is(Role.CASEWORKER) && isOfCase(address);
    }

    /** Whether an address is that of a form of a case. */
    boolean isOfCase(String address) {
        return ofCase(address).isPresent();
    }

    @Override
    public UUID keep(String address, Map<String, List<String>> fields) {
        CaseNumber number = ofCase(address).orElseThrow(NotFound::new);
        Map<String, List<String>> typed = new LinkedHashMap<>(fields);
        typed.keySet().removeAll(FormInput.OF_THE_PAGE);
        typed.put(ADDRESS, List.of(address));
        Optional<DraftId> from = id(first(fields, FormInput.DRAFT));
        DraftId own = own(first(fields, FormInput.ONCE)).orElseGet(DraftId::create);
        try {
            return drafts.keepForm(number, typed, from, own).value();
        } catch (ChangedMeanwhile faster) {
            return keptAgain(number, typed, from, own);
        }
    }

    /** Sent twice at once, the second keeps it in the draft that the first has begun; a draft that was handed over is somebody else's. */
    private UUID keptAgain(CaseNumber number, Map<String, List<String>> typed, Optional<DraftId> from, DraftId own) {
        try {
            return drafts.keepForm(number, typed, from, own).value();
        } catch (ChangedMeanwhile notMine) {
            throw new RuleViolation(DraftService.GONE);
        }
    }

    @Override
    public void sent(FormInput form) {
        if (form.has(FormInput.LONG)) {
            Stream.concat(id(form.typed(FormInput.DRAFT)).stream(), own(form.typed(FormInput.ONCE)).stream())
                    .distinct()
                    .forEach(drafts::sent);
        }
    }

    @Override
    public Optional<RuleViolation> gone(FormInput form) {
        return id(form.typed(FormInput.DRAFT))
                .filter(each -> form.has(FormInput.LONG) && !drafts.isMine(each))
                .map(each -> new RuleViolation(DraftService.GONE));
    }

    /** A form as it was kept, with the draft from which it comes. */
    record Kept(String address, Map<String, List<String>> fields) {}

    /** @throws NotFound if this person has no such draft of a form, or may not read its case now */
    Kept again(DraftId id) {
        Draft draft = drafts.read(id);
        Map<String, List<String>> fields = new LinkedHashMap<>(draft.typed());
        List<String> address = Optional.ofNullable(fields.remove(ADDRESS)).orElseThrow(NotFound::new);
        fields.put(FormInput.DRAFT, List.of(id.toString()));
        return new Kept(address.getFirst(), fields);
    }

    /** What forms are that were opened; those alone that have a name. */
    static Map<DraftId, String> names(List<MyDraft> mine, Texts texts) {
        Map<DraftId, String> names = new HashMap<>();
        mine.forEach(each -> FormName.of(first(each.typed(), ADDRESS), texts)
                .ifPresent(name -> names.put(each.line().id(), name)));
        return names;
    }

    /** The draft of this person's that a form begins of itself: whoever sends the same form again keeps it in the same draft. */
    private Optional<DraftId> own(String once) {
        return FormInput.uuid(once)
                .map(key -> FormKey.of("draft\0" + user.actor().id().value() + '\0' + key))
                .map(DraftId::new);
    }

    private static Optional<DraftId> id(String text) {
        return FormInput.uuid(text).map(DraftId::new);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** Of «/cases/C-…/attempts/new» the number. */
    private static Optional<CaseNumber> ofCase(String address) {
        String[] parts = address.split("/", 4);
        return parts.length == 4 && parts[1].equals("cases") ? CaseNumber.read(parts[2]) : Optional.empty();
    }
}
