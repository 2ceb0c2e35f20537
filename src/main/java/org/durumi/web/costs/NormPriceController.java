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
import java.util.Map;
import java.util.UUID;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.costs.NewNormPrice;
import org.durumi.costs.NormPrice;
import org.durumi.costs.NormPriceService;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.EntryId;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Forms;
import org.durumi.web.support.Limited;
import org.durumi.web.support.PageNumber;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.Standing;
import org.durumi.web.support.View;

/** The usual prices: an administrator lists and adds them, caseworkers and supervisors read them. */
@Path("/norm-prices")
@RequestScoped
public class NormPriceController {
    /** One currency is chosen, next to the lowest price; the others follow it. */
    static final RecordForm<NewNormPrice> FORM = RecordForm.of(
            "norm-price.form",
            NewNormPrice.class,
            Map.of(
                    "typical", Field.moneyIn("low.currency").optional(),
                    "high", Field.moneyIn("low.currency").optional()));

    private static final String PATH = "/norm-prices";

    @Inject
    Pages pages;

    @Inject
    NormPriceService norms;

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
        return pages.show(page -> pages.templates().costsNorms(page, norms.list(number.index()), number));
    }

    @GET
    @Path("new")
    public Response blank() {
        return form(FormInput.blank().with("low.currency", "KRW")).answer();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return forms.create(
                input,
                FORM,
                known -> {
                    norms.enter(known);
                    return PATH;
                },
                "notice.norm-price.entered",
                () -> form(input));
    }

    @GET
    @Path("{id}")
    public Response known(@PathParam("id") UUID id) {
        return standing(new EntryId(id)).view().answer();
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        EntryId norm = new EntryId(id);
        return forms.change(
                FormInput.of(fields),
                FORM,
                (right, seen) -> norms.correct(norm, right, seen),
                () -> standing(norm),
                PATH,
                "notice.norm-price.corrected");
    }

    private Standing<NewNormPrice> standing(EntryId id) {
        NormPrice norm = norms.one(id);
        return new Standing<>(
                FORM,
                norm.known(),
                norm.version(),
                (input, differences) -> pages.form(
                        input, page -> pages.templates().costsNorm(page, input, FORM, PATH + "/" + id, differences)));
    }

    /** Only an administrator enters prices; the service asks again. */
    private View form(FormInput input) {
        log.require(user.actor().is(Role.ADMINISTRATOR), Access.of(AccessAction.CREATE, AccessGroup.NORM_PRICE));
        return pages.form(input, page -> pages.templates().costsNorm(page, input, FORM, PATH + "/new", List.of()));
    }
}
