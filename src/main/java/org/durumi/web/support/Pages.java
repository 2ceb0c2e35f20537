package org.durumi.web.support;

import gg.jte.models.runtime.JteModel;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.durumi.bell.Bells;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.Incoming;
import org.durumi.identity.session.KeptForms;
import org.durumi.identity.session.KeptForms.KeptForm;
import org.durumi.jte.StaticTemplates;
import org.durumi.jte.Templates;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How a controller answers: shows a page, leads to another, or shows a form again. */
@ApplicationScoped
public class Pages {
    private static final String ANOTHER = "another";

    private static final Pattern FILLED =
            Pattern.compile("(?<=[?&])" + FormInput.KEPT + "=[^&]*&|[?&]" + FormInput.KEPT + "=[^&]*$");

    private static final Pattern OF_A_CASE = Pattern.compile("/cases/C-[^/?]+");

    private static final Templates TEMPLATES = new StaticTemplates();

    @Inject
    CurrentPage currentPage;

    @Inject
    CurrentSession session;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Bells bells;

    @Inject
    KeptForms kept;

    @Inject
    PostedForms posted;

    @Inject
    LongForms longForms;

    // Not the host that the request names: anybody can write there what they like.
    @Inject
    @ConfigProperty(name = "durumi.base.url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** What every page knows: texts, visitor, address. */
    public Page page() {
        return currentPage.page();
    }

    /** The templates, each as a method with typed parameters. */
    public Templates templates() {
        return TEMPLATES;
    }

    /**
     * Shows a page: 200.
     *
     * @param drawing draws it with what every page knows
     */
    public Response show(Function<Page, JteModel> drawing) {
        return view(drawing).answer();
    }

    /** A page without a form. */
    public View view(Function<Page, JteModel> drawing) {
        return view(keptHere(), drawing);
    }

    /** The page of a form, filled with what was typed before if its sender had to prove anew who they are. */
    public View form(FormInput input, Function<Page, JteModel> drawing) {
        Optional<KeptForm> again = keptHere().or(this::leftForm);
        again.ifPresent(input::refill);
        return view(again, drawing);
    }

    private View view(Optional<KeptForm> again, Function<Page, JteModel> drawing) {
        String message = session.takeMessage().orElse("");
        String notice = again.map(Pages::filled).orElse(message);
        Page page = page().noting(notice);
        return new View(drawing.apply(session.isOpen() ? page.ringing(bells.of(user.actor())) : page));
    }

    private static String filled(KeptForm again) {
        boolean ofDraft = again.fields()
                .getOrDefault(FormInput.DRAFT, List.of())
                .contains(again.id().toString());
        return ofDraft ? "notice.form.draft" : "notice.form.kept";
    }

    /** Leads to a page of ours after a change. */
    public Response redirect(String path) {
        return to(keptForm().map(form -> filledWith(form.id(), path)).orElse(path));
    }

    /**
     * Leads to a page of ours and carries along what stands in the form of this request, of which nothing is carried out.
     *
     * @param own what was sent with it and is no part of it
     */
    public Response carrying(String path, Set<String> own) {
        return to(ReadRequest.of(request)
                .flatMap(form -> posted.keepOnTheWay(form, path, own))
                .map(form -> filledWith(form, path))
                .orElse(path));
    }

    /**
     * Keeps what stands in the form of this request for its own page, while its sender goes elsewhere and comes back.
     *
     * @param own what was sent with it and is no part of it
     * @return the name under which it is kept
     */
    public Optional<UUID> keeping(Set<String> own) {
        return ReadRequest.of(request).flatMap(form -> posted.keepOnTheWay(form, PostedForms.address(form), own));
    }

    /** Leads to the page of a form, which shows what was typed there before and was kept elsewhere meanwhile. */
    public Response refilled(String path, Map<String, List<String>> fields) {
        return to(filledWith(kept.keep(user.actor().id(), path, fields, false), path));
    }

    /**
     * The same for a draft: there is one such copy of it at most, and it is gone when the draft changes or ends.
     *
     * @throws NotFound if it is not this person's any more
     */
    public Response refilled(UUID draft, String path, Map<String, List<String>> fields) {
        if (!kept.keepAs(draft, user.actor().id(), path, fields)) {
            throw new NotFound();
        }
        return to(filledWith(draft, path));
    }

    /** The name of what this page is asked to show again, for links that carry it on; empty in the usual case. */
    public String keptName() {
        return keptHere().map(each -> each.id().toString()).orElse("");
    }

    /** What the person who acts has typed elsewhere, by the name under which it is kept; empty if it is gone. */
    public Optional<KeptForm> kept(UUID name) {
        return kept.find(name, user.actor().id());
    }

    /** The address of a form's page that shows what was typed before. */
    public static String filledWith(UUID form, String path) {
        String plain = FILLED.matcher(path).replaceFirst("");
        return plain + (plain.contains("?") ? "&" : "?") + FormInput.KEPT + "=" + form;
    }

    private Response to(String address) {
        return Response.seeOther(URI.create(baseUrl + address)).build();
    }

    /**
     * Leads to a page of ours after a change, which then says once what was done.
     *
     * @param path may name the new line after a #
     */
    public Response redirect(String path, String notice) {
        session.putMessage(notice);
        return redirect(path);
    }

    /**
     * Leads to the page from which a form was opened, with the new line marked, or to the same form once more if its sender
     * wants to add another; else to where the work said.
     */
    private Response leadingBack(FormInput input, Response done) {
        if (done.getStatus() != Response.Status.SEE_OTHER.getStatusCode()) {
            return done;
        } else if (input.isChosen("then", ANOTHER)) {
            String whom = input.answers(FormInput.WHOM).stream()
                    .flatMap(each -> FormInput.uuid(each).stream())
                    .map(each -> "&participant%5B%5D=" + each)
                    .collect(Collectors.joining());
            return redirect(page().path() + "?" + Back.FIELD + "=" + input.back() + whom);
        } else if (input.back().isEmpty()) {
            return done;
        }
        String mark = done.getLocation().getRawFragment();
        return redirect(input.back() + (mark == null ? "" : "#" + mark));
    }

    /**
     * Does what a form asks for if nothing is wrong with it. Shows the form again if something is, if a rule forbids it, or
     * if somebody else was faster: then {@link FormInput#isStale} is true and the form should show both texts.
     *
     * @param work does it and says where to go; runs only if the form is valid
     * @param form the form's page
     */
    public Response submit(FormInput input, Supplier<Response> work, Supplier<View> form) {
        if (input.isValid()) {
            try {
                Response done = leadingBack(input, work.get());
                input.kept().ifPresent(id -> kept.forget(id, user.actor().id()));
                // Again, for what is changed and for what was created before: a draft that is gone already is no error.
                longForms.sent(input);
                return done;
            } catch (RuleViolation broken) {
                input.refuse(broken);
            } catch (ChangedMeanwhile | OptimisticLockingFailureException faster) {
                input.markStale();
            }
        }
        return form.get().again();
    }

    /**
     * The same for what leads to one address.
     *
     * @param act runs only if the form is valid
     * @param next the address that is shown then
     * @param notice the key of what is said there
     */
    public Response submit(FormInput input, Runnable act, String next, String notice, Supplier<View> form) {
        return submit(
                input,
                () -> {
                    act.run();
                    return redirect(next, notice);
                },
                form);
    }

    /** What was typed here before its sender left quickly; shown once without being asked for. */
    private Optional<KeptForm> leftForm() {
        return request.getMethod().equals("GET")
                ? user.signedIn().flatMap(sender -> kept.takeLeft(sender.id(), this::isHere))
                : Optional.empty();
    }

    /** Whether a form's address is the one that is asked for; that may say more, such as where it leads back to. */
    private boolean isHere(String address) {
        String[] asked = new Incoming(request).address().split("\\?", 2);
        String[] wanted = address.split("\\?", 2);
        return asked[0].equals(wanted[0])
                && (wanted.length == 1
                        || asked.length == 2
                                && List.of(asked[1].split("&", -1)).containsAll(List.of(wanted[1].split("&", -1))));
    }

    /** What this page shows again: what was typed for a case only on that case's own pages, which ask who may read it. */
    private Optional<KeptForm> keptHere() {
        return keptForm().filter(form -> isOfSameCase(form.address(), request.getRequestURI()));
    }

    /** Whether what was sent to an address may be shown on a page. */
    static boolean isOfSameCase(String address, String page) {
        Matcher wanted = OF_A_CASE.matcher(address);
        if (!wanted.lookingAt()) {
            return true;
        }
        Matcher asked = OF_A_CASE.matcher(page);
        return asked.lookingAt() && asked.group().equals(wanted.group());
    }

    /** What this page is asked to show again or to carry on; empty in the usual case, and for what is somebody else's or gone. */
    private Optional<KeptForm> keptForm() {
        String name = request.getMethod().equals("GET") ? request.getParameter(FormInput.KEPT) : null;
        return name == null || user.signedIn().isEmpty()
                ? Optional.empty()
                : FormInput.uuid(name)
                        .flatMap(form -> kept.find(form, user.actor().id()));
    }
}
