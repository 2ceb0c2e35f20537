package org.durumi.web.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.durumi.identity.limit.Limit;
import org.durumi.kernel.RuleViolation;
import org.durumi.mail.MailAddressService;
import org.durumi.mail.MyMail;
import org.durumi.mail.NewMailAddress;
import org.durumi.mail.NewMailCode;
import org.durumi.mail.NewMailRhythm;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Limited;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** Each says for themselves where and how often they are told by mail. */
@Path("/notices")
@RequestScoped
public class NoticesController {
    static final RecordForm<NewMailAddress> ADDRESS = RecordForm.of("mail", NewMailAddress.class);
    static final RecordForm<NewMailCode> CODE = RecordForm.of("mail", NewMailCode.class);
    static final RecordForm<NewMailRhythm> RHYTHM = RecordForm.of("mail", NewMailRhythm.class);
    private static final String PATH = "/notices";

    @Inject
    Pages pages;

    @Inject
    MailAddressService mail;

    @GET
    public Response show() {
        MyMail mine = mail.mine();
        return pages.show(page -> pages.templates().mailNotices(page, mine));
    }

    @GET
    @Path("address")
    public Response address() {
        return addressForm(FormInput.blank()).answer();
    }

    /** Who could have another's notices sent to themselves would read what nobody may: a fresh proof is asked for. */
    @POST
    @Path("address")
    @StepUp
    @Limited(Limit.MAIL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewMailAddress> typed = ADDRESS.read(input);
        return pages.submit(
                input,
                () -> mail.ask(typed.orElseThrow(), pages.page().texts().language()),
                PATH + "/code",
                "notice.mail.asked",
                () -> addressForm(input));
    }

    @GET
    @Path("code")
    public Response code() {
        return codeForm(FormInput.blank()).answer();
    }

    @POST
    @Path("code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewMailCode> typed = CODE.read(input);
        return pages.submit(
                input, () -> confirm(typed.orElseThrow()), PATH, "notice.mail.confirmed", () -> codeForm(input));
    }

    /** That it was wrong is kept, so nothing is thrown before. */
    private void confirm(NewMailCode typed) {
        switch (mail.confirm(typed)) {
            case CONFIRMED -> {}
            case WRONG -> throw RuleViolation.at("code", "mail.code.wrong");
            case OVER -> throw RuleViolation.at("code", "mail.code.over");
        }
    }

    @GET
    @Path("rhythm")
    public Response rhythm() {
        return rhythmForm(RHYTHM.fill(
                        FormInput.blank(), new NewMailRhythm(mail.mine().rhythm())))
                .answer();
    }

    @POST
    @Path("rhythm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewMailRhythm> typed = RHYTHM.read(input);
        return pages.submit(
                input, () -> mail.choose(typed.orElseThrow()), PATH, "notice.mail.chosen", () -> rhythmForm(input));
    }

    /** A page that was shown again leads back when it is reloaded. */
    @GET
    @Path("removal")
    public Response back() {
        return pages.redirect(PATH);
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        return pages.submit(
                input,
                mail::remove,
                PATH,
                "notice.mail.removed",
                () -> pages.view(page -> pages.templates().mailNotices(page, mail.mine())));
    }

    private View addressForm(FormInput input) {
        MyMail mine = mail.mine();
        return pages.form(input, page -> pages.templates().mailAddress(page, ADDRESS, input, mine));
    }

    private View codeForm(FormInput input) {
        MyMail mine = mail.mine();
        return pages.form(input, page -> pages.templates().mailCode(page, CODE, input, mine));
    }

    private View rhythmForm(FormInput input) {
        MyMail mine = mail.mine();
        return pages.form(input, page -> pages.templates().mailRhythm(page, input, mine));
    }
}
