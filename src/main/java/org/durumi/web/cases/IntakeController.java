package org.durumi.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseService;
import org.durumi.cases.NewCase;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Intake: first what kind of case it is, then one form. However often it is sent, it opens one case. */
@Path("/cases/new")
@RequestScoped
public class IntakeController {
    @Inject
    Pages pages;

    @Inject
    CaseService service;

    @Inject
    IntakeNames names;

    @Inject
    Forms forms;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    public Response form(
            @QueryParam("kind") String wanted, @QueryParam(FormInput.KEPT) @DefaultValue("") String typed) {
        requireCaseworker();
        Optional<CaseKind> kind = Stream.of(CaseKind.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst();
        if (kind.isEmpty()) {
            return pages.show(page -> pages.templates().casesKind(page.noting(""), typed));
        }
        FormInput input = IntakeForm.blank(kind.get(), pages.page().today());
        return view(input, () -> IntakeForm.changeKind(input, kind.get()), false)
                .answer();
    }

    @POST
    @Limited(Limit.SEARCH)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@QueryParam("kind") @DefaultValue("") String kind, MultivaluedMap<String, String> fields) {
        requireCaseworker();
        FormInput input = FormInput.of(fields);
        if (!kind.isEmpty()) {
            input.with("kind", kind);
        }
        if (input.isChosen("do", "kind")) {
            return pages.carrying("/cases/new", Set.of("do"));
        } else if (IntakeForm.isAboutPeople(input)) {
            IntakeForm.changePeople(input);
            return view(input, false).answer();
        }
        List<String> prefixes = IntakeForm.prefixes(input);
        if (input.isChosen("do", "check")) {
            return check(input, prefixes);
        }
        Optional<NewCase> reported = IntakeForm.read(input);
        names.read(input, prefixes);
        return forms.create(
                input,
                () -> open(reported.orElseThrow(), input, prefixes),
                "notice.case.opened",
                () -> view(input, false));
    }

    /** Only asks whether these people have a case already. */
    private Response check(FormInput input, List<String> prefixes) {
        try {
            return view(input, names.requireNew(input, prefixes, own -> {})).answer();
        } catch (RuleViolation maybeKnown) {
            input.refuse(maybeKnown);
            return view(input, false).again();
        }
    }

    private String open(NewCase reported, FormInput input, List<String> prefixes) {
        names.requireNew(input, prefixes, own -> {});
        CaseNumber number = service.open(reported);
        names.record(number, input, prefixes);
        return "/cases/" + number.value();
    }

    /** @param isNew whether it was asked and nobody has a case already */
    private View view(FormInput input, boolean isNew) {
        return view(input, () -> {}, isNew);
    }

    /** @param filled what is done to the form once it holds what was typed before */
    private View view(FormInput input, Runnable filled, boolean isNew) {
        return pages.form(input, page -> {
            filled.run();
            return pages.templates()
                    .casesIntake(
                            page,
                            input,
                            IntakeForm.prefixes(input),
                            IntakeForm.typedOfOthers(input),
                            IntakeForm.MOST_PEOPLE,
                            prefix -> names.fields(page, input, prefix),
                            isNew);
        });
    }

    /** Only a caseworker opens a case; the service asks again. */
    private void requireCaseworker() {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.CREATE, AccessGroup.CASE));
    }
}
