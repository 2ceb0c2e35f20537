package org.durumi.web.costs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.costs.Broker;
import org.durumi.costs.BrokerPage;
import org.durumi.costs.BrokerService;
import org.durumi.costs.NewBroker;
import org.durumi.costs.Vetting;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.UserId;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** The brokers of a team under their code names: a caseworker adds one, a supervisor says how far they are checked. */
@Path("/brokers")
@RequestScoped
public class BrokerController {
    static final RecordForm<NewBroker> FORM = RecordForm.of("broker.form", NewBroker.class);

    private static final RecordForm<NewVetting> VETTING = RecordForm.of("broker.form", NewVetting.class);
    private static final String PATH = "/brokers";

    /** How far a supervisor says that a broker is checked. */
    public record NewVetting(Vetting vetting) {}

    @Inject
    Pages pages;

    @Inject
    BrokerService brokers;

    @Inject
    Forms forms;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    @Limited(Limit.LIST)
    public Response list(@QueryParam("page") String wanted) {
        PageNumber number = PageNumber.read(wanted);
        return pages.show(page -> pages.templates().costsBrokers(page, brokers.list(number.index()), number));
    }

    @GET
    @Path("new")
    public Response blank() {
        return form(FormInput.blank()).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input, FORM, known -> PATH + "/" + brokers.add(known), "notice.broker.added", () -> form(input));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        return standing(new BrokerId(id)).view().answer();
    }

    @POST
    @StepUp
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vet(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        BrokerId broker = new BrokerId(id);
        return forms.change(
                FormInput.of(fields),
                VETTING,
                (found, seen) -> brokers.vet(broker, found.vetting(), seen),
                () -> standing(broker),
                PATH + "/" + id,
                "notice.broker.vetted");
    }

    private Standing<NewVetting> standing(BrokerId id) {
        BrokerPage read = brokers.one(id);
        Broker broker = read.brokers().get(0);
        return new Standing<>(
                VETTING,
                new NewVetting(broker.vetting()),
                broker.version(),
                (input, differences) -> view(read, input, differences));
    }

    private View view(BrokerPage read, FormInput input, List<Difference> differences) {
        Broker broker = read.brokers().get(0);
        Actor actor = user.actor();
        boolean vets = actor.is(Role.SUPERVISOR) && broker.vetting() != Vetting.BLACKLISTED;
        return pages.form(
                input,
                page -> pages.templates()
                        .costsBroker(
                                page,
                                broker,
                                read.handles(),
                                input,
                                differences,
                                vets ? decisions(broker, actor.id()) : List.of()));
    }

    /** What a supervisor may say of a broker. Blacklisting takes two: the first proposes, the second confirms. */
    private List<Choice> decisions(Broker broker, UserId supervisor) {
        boolean proposed = broker.blacklistAskedBy().isPresent();
        boolean mayBlacklist =
                broker.blacklistAskedBy().filter(supervisor::equals).isEmpty();
        String blacklist = proposed ? "broker.form.blacklist.confirm" : "broker.form.blacklist.propose";
        return Stream.of(Vetting.values())
                .filter(each -> each != Vetting.BLACKLISTED || mayBlacklist)
                .map(each -> new Choice(
                        each.name(),
                        each == Vetting.BLACKLISTED
                                ? pages.page().text(blacklist)
                                : pages.page().text(each)))
                .toList();
    }

    /** Only a caseworker adds a broker; the service asks again. */
    private View form(FormInput input) {
        log.require(user.actor().is(Role.CASEWORKER), Access.of(AccessAction.CREATE, AccessGroup.BROKER));
        return pages.form(input, page -> pages.templates().costsBrokerNew(page, input));
    }
}
