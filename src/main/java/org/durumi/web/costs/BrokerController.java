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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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
import org.durumi.kernel.NotFound;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Limited;
import org.durumi.web.support.OncePerForm;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** The brokers of a team under their code names: a caseworker adds one, a supervisor says how far they are checked. */
@Path("/brokers")
@RequestScoped
public class BrokerController {
    private static final String PATH = "/brokers";

    @Inject
    Pages pages;

    @Inject
    BrokerService brokers;

    @Inject
    OncePerForm once;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @GET
    @Limited(Limit.LIST)
    public Response list(@QueryParam("page") String wanted) {
        PageNumber page = PageNumber.read(wanted);
        return pages.view("costs/brokers.jte")
                .with("brokers", brokers.list(page.index()))
                .with("number", page)
                .answer();
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
        Optional<NewBroker> known = BrokerForm.read(input);
        Optional<UUID> key = input.once();
        return pages.submit(
                input,
                () -> pages.redirect(
                        once.create(key.orElseThrow(), () -> PATH + "/" + brokers.add(known.orElseThrow())),
                        "notice.broker.added"),
                () -> form(input));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        BrokerPage page = brokers.one(new BrokerId(id));
        Broker broker = page.brokers().get(0);
        FormInput input = FormInput.blank().with("vetting", broker.vetting()).withVersion(broker.version());
        return broker(page, input, List.of()).answer();
    }

    @POST
    @StepUp
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vet(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<Vetting> found = input.choice("vetting", Vetting.class);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> {
                    brokers.vet(new BrokerId(id), found.orElseThrow(), (int) seen.orElseThrow());
                    return pages.redirect(PATH + "/" + id, "notice.broker.vetted");
                },
                () -> again(brokers.one(new BrokerId(id)), input, found));
    }

    private View again(BrokerPage page, FormInput input, Optional<Vetting> typed) {
        Broker broker = page.brokers().get(0);
        if (!input.isStale() || typed.isEmpty()) {
            return broker(page, input, List.of());
        }
        input.withVersion(broker.version());
        String mine = pages.page().text(typed.get());
        String stored = pages.page().text(broker.vetting());
        return broker(page, input, List.of(new Difference("broker.form.vetting", mine, stored)));
    }

    private View broker(BrokerPage page, FormInput input, List<Difference> differences) {
        Broker broker = page.brokers().get(0);
        Actor actor = user.actor();
        boolean vets = actor.is(Role.SUPERVISOR) && broker.vetting() != Vetting.BLACKLISTED;
        return pages.view("costs/broker.jte")
                .with("broker", broker)
                .with("handles", page.handles())
                .with("input", input)
                .with("differences", differences)
                .with(
                        "decisions",
                        vets
                                ? BrokerForm.decisions(
                                        broker, actor.id(), pages.page().texts())
                                : List.of());
    }

    /** Only a caseworker adds a broker; the service asks again. */
    private View form(FormInput input) {
        if (!user.actor().is(Role.CASEWORKER)) {
            log.refused(Access.of(AccessAction.CREATE, AccessGroup.BROKER));
            throw new NotFound();
        }
        return pages.view("costs/broker-new.jte").with("input", input);
    }
}
