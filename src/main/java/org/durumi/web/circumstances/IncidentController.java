package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Incident;
import org.durumi.circumstances.NewIncident;
import org.durumi.circumstances.PlainWords;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Texts;
import org.durumi.route.Certainty;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records what happened to people, or changes what is known of it. */
@Path("/cases/{number}/incidents")
@RequestScoped
public class IncidentController extends PlainController<Incident, NewIncident> {
    static final RecordForm<NewIncident> FORM =
            RecordForm.of("incident.form", NewIncident.class, Map.of("whom", Field.whom()));

    public IncidentController() {
        super(CircumstanceKind.INCIDENT, FORM, Circumstances::incidents);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("certainty", Certainty.CONFIRMED);
    }

    @Override
    RecordForm<NewIncident> form(CaseView view) {
        return of(view, incidents(view), pages.page().texts());
    }

    /** The form, which says in words who is affected and what led to it. */
    static RecordForm<NewIncident> of(CaseView view, Circumstances known, Texts texts) {
        List<Choice> others = choices(known, Optional.empty(), texts);
        return sayingWhom(FORM, view)
                .<Set<EntryId>>saying(
                        "triggeredBy",
                        some -> some.stream()
                                .map(each -> Choice.labelOf(others, each.toString()))
                                .filter(each -> !each.isEmpty())
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    @Override
    List<Choice> linked(CaseView view, Optional<Incident> but) {
        return choices(incidents(view), but, pages.page().texts());
    }

    private Circumstances incidents(CaseView view) {
        return circumstances.of(view.file(), CircumstanceKind.INCIDENT.group());
    }

    private static List<Choice> choices(Circumstances known, Optional<Incident> but, Texts texts) {
        return known.incidents().stream()
                .filter(each -> but.filter(one -> one.original().equals(each.original()))
                        .isEmpty())
                .map(each -> new Choice(
                        each.original().toString(),
                        PlainWords.beside(PlainWords.when(each, texts), PlainWords.title(each, texts))))
                .toList();
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesIncident(page, input, about);
    }
}
