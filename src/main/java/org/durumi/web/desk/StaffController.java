package org.durumi.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.durumi.desk.AccountDesk;
import org.durumi.desk.Colleague;
import org.durumi.desk.DeskPage;
import org.durumi.desk.DeskService;
import org.durumi.desk.NewHandle;
import org.durumi.desk.NewMembership;
import org.durumi.desk.NewRole;
import org.durumi.desk.NewTeam;
import org.durumi.desk.RoleHistory;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.SeenGrant;
import org.durumi.identity.Team;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.HomePage;
import org.durumi.web.frame.HomeParts;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** The administrator's desk: who works here, as what, in which team. */
@Path("/staff")
@RequestScoped
public class StaffController {
    static final RecordForm<NewRole> ROLE = RecordForm.of("staff.form", NewRole.class);
    static final RecordForm<NewMembership> TEAM = RecordForm.of("staff.form", NewMembership.class);
    static final RecordForm<NewHandle> HANDLE = RecordForm.of("staff.form", NewHandle.class);
    static final RecordForm<NewTeam> FOUNDING = RecordForm.of("staff.founding", NewTeam.class);
    static final String PATH = "/staff";

    @Inject
    Pages pages;

    @Inject
    Forms forms;

    @Inject
    DeskService desk;

    @Inject
    AccountDesk accounts;

    @Inject
    CurrentUser user;

    @Inject
    HomeParts home;

    @GET
    @Limited(Limit.LIST)
    public Response list(@Context UriInfo address) {
        StaffQuery query = StaffQuery.of(FormInput.of(address.getQueryParameters()));
        DeskPage found = desk.list(query.filter());
        UserId me = user.actor().id();
        return pages.show(page -> pages.templates()
                .deskList(
                        page,
                        query,
                        found,
                        me,
                        accounts.isManaged(),
                        accounts.isConcerned(),
                        home.read(HomePage.STAFF, page)));
    }

    /** Of everybody, for auditors too: an entry of the access log names no person whose role was changed. */
    @GET
    @Path("roles")
    @Limited(Limit.LIST)
    public Response history() {
        RoleHistory everybody = desk.everyHistory();
        return pages.show(page -> pages.templates().deskRoles(page, everybody));
    }

    @GET
    @Path("{person}")
    public Response show(@PathParam("person") String person) {
        return person(who(person), FormInput.blank()).answer();
    }

    @GET
    @Path("{person}/role")
    public Response role(@PathParam("person") String person) {
        return roleForm(who(person), FormInput.blank()).answer();
    }

    @POST
    @Path("{person}/role")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        Optional<NewRole> wanted = ROLE.read(input);
        return told(
                who,
                input,
                () -> accounts.ask(who, wanted.orElseThrow()),
                "notice.staff.asked",
                () -> roleForm(who, input));
    }

    /** A page that was shown again leads back to the person when it is reloaded. */
    @GET
    @Path("{person}/{act: confirmation|end|factors}")
    public Response back(@PathParam("person") String person) {
        return pages.redirect(PATH + "/" + who(person));
    }

    @POST
    @Path("{person}/confirmation")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        Optional<UUID> seen = input.read("grant", Field.id(id -> id));
        return told(
                who,
                input,
                () -> accounts.confirm(who, seen.orElseThrow()),
                "notice.staff.confirmed",
                () -> person(who, input));
    }

    @POST
    @Path("{person}/end")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        Optional<UUID> grant = input.read("grant", Field.id(id -> id));
        boolean stood = input.typed("stood").equals("true");
        return told(
                who,
                input,
                () -> accounts.takeAway(who, new SeenGrant(grant.orElseThrow(), stood)),
                stood ? "notice.staff.ended" : "notice.staff.withdrawn",
                () -> person(who, input));
    }

    @POST
    @Path("{person}/factors")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeSecondFactors(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        return told(
                who, input, () -> accounts.takeSecondFactors(who), "notice.staff.factors", () -> person(who, input));
    }

    @GET
    @Path("{person}/team")
    public Response team(@PathParam("person") String person) {
        return teamForm(who(person), FormInput.blank()).answer();
    }

    @POST
    @Path("{person}/team")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        return submit(who, input, TEAM, desk::put, "notice.staff.put", () -> teamForm(who, input));
    }

    @GET
    @Path("{person}/handle")
    public Response handle(@PathParam("person") String person) {
        return handleForm(who(person), FormInput.blank()).answer();
    }

    @POST
    @Path("{person}/handle")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response call(@PathParam("person") String person, MultivaluedMap<String, String> fields) {
        UserId who = who(person);
        FormInput input = FormInput.of(fields);
        return submit(who, input, HANDLE, desk::call, "notice.staff.called", () -> handleForm(who, input));
    }

    @GET
    @Path("teams/new")
    public Response blank() {
        return foundingForm(FormInput.blank()).answer();
    }

    @POST
    @Path("teams/new")
    @StepUp
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FOUNDING,
                known -> {
                    desk.found(known);
                    return PATH;
                },
                "notice.staff.founded",
                () -> foundingForm(input));
    }

    /** Of each of these acts there is a notice that says that the identity provider did not hear of it. */
    private Response told(UserId who, FormInput input, BooleanSupplier act, String notice, Supplier<View> again) {
        return pages.submit(
                input, () -> pages.redirect(PATH + "/" + who, act.getAsBoolean() ? notice : notice + ".here"), again);
    }

    private <N extends Record> Response submit(
            UserId who,
            FormInput input,
            RecordForm<N> form,
            BiConsumer<UserId, N> act,
            String notice,
            Supplier<View> again) {
        Optional<N> typed = form.read(input);
        return pages.submit(input, () -> act.accept(who, typed.orElseThrow()), PATH + "/" + who, notice, again);
    }

    private View person(UserId who, FormInput input) {
        DeskPage one = desk.one(who);
        RoleHistory history = desk.history(who);
        UserId me = user.actor().id();
        return pages.form(
                input,
                page -> pages.templates()
                        .deskPerson(page, input, one, history, me, accounts.isManaged(), accounts.isConcerned()));
    }

    private View roleForm(UserId who, FormInput input) {
        Colleague colleague = colleague(who);
        return pages.form(input, page -> pages.templates().deskRole(page, input, colleague));
    }

    private View teamForm(UserId who, FormInput input) {
        Colleague colleague = colleague(who);
        List<Choice> teams = desk.teams().stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList();
        return pages.form(input, page -> pages.templates().deskTeam(page, input, colleague, teams));
    }

    private View handleForm(UserId who, FormInput input) {
        Colleague colleague = colleague(who);
        return pages.form(input, page -> pages.templates().deskHandle(page, input, HANDLE, colleague));
    }

    private View foundingForm(FormInput input) {
        List<String> teams = desk.teams().stream().map(Team::name).toList();
        return pages.form(input, page -> pages.templates().deskTeamNew(page, input, FOUNDING, teams));
    }

    private Colleague colleague(UserId who) {
        return desk.one(who).colleagues().getFirst();
    }

    private static UserId who(String person) {
        return UserId.read(person).orElseThrow(NotFound::new);
    }
}
