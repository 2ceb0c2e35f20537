package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Contact;
import org.durumi.circumstances.Detention;
import org.durumi.circumstances.DetentionState;
import org.durumi.circumstances.NewDetention;
import org.durumi.circumstances.PlainWords;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records how people are held, or changes what is known of it. */
@Path("/cases/{number}/detentions")
@RequestScoped
public class DetentionController extends PlainController<Detention, NewDetention> {
    static final RecordForm<NewDetention> FORM =
            RecordForm.of("detention.form", NewDetention.class, Map.of("whom", Field.whom()));

    public DetentionController() {
        super(CircumstanceKind.DETENTION, FORM, Circumstances::detentions);
    }

    @Override
    FormInput blank() {
        return FormInput.blank()
                .with("state", DetentionState.HELD)
                .with("acknowledged", Answer.UNKNOWN)
                .with("family", Contact.UNKNOWN)
                .with("lawyer", Contact.UNKNOWN)
                .with("unhcr", Contact.UNKNOWN);
    }

    @Override
    AccessGroup[] shown(AccessGroup ofThisKind) {
        return new AccessGroup[] {AccessGroup.PARTICIPANT, AccessGroup.JOURNEY, ofThisKind};
    }

    @Override
    RecordForm<NewDetention> form(CaseView view) {
        return of(view, pages.page().texts());
    }

    /** The form, which says in words who is held, and which entry says so. */
    static RecordForm<NewDetention> of(CaseView view, Texts texts) {
        return sayingWhom(FORM, view)
                .<Optional<EntryId>>saying(
                        "entry",
                        one -> one.flatMap(each -> view.entries().stream()
                                        .filter(entry -> entry.id().equals(each))
                                        .findFirst())
                                .map(entry -> words(entry, view, texts))
                                .orElse(""));
    }

    /** The entries of the journeys that say that somebody is held; a corrected one that is linked stands for what it became. */
    @Override
    List<Choice> linked(CaseView view, Optional<Detention> but) {
        Texts texts = pages.page().texts();
        Optional<EntryId> chosen = but.flatMap(each -> each.known().entry());
        return view.entries().stream()
                .filter(each -> each.stands() && each.stage() == Stage.DETENTION)
                .map(each -> new Choice(
                        chosen.filter(view.sameEntry(each)::contains)
                                .orElse(each.id())
                                .toString(),
                        words(each, view, texts)))
                .toList();
    }

    private static String words(StageEntry entry, CaseView view, Texts texts) {
        return PlainWords.beside(
                view.letter(entry.participant()),
                texts.date(entry.happened()),
                entry.place().in(texts));
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesDetention(page, input, about);
    }
}
