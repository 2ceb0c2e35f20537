package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.Bodies;
import org.durumi.identity.session.Incoming;
import org.durumi.identity.session.KeptForms;
import org.durumi.identity.session.LateForms;
import org.durumi.identity.session.OurAddress;
import org.durumi.kernel.UserId;
import org.durumi.vault.UnlockService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads forms that pages of ours send, and keeps those whose sender must first prove anew who they are: nothing of them is
 * carried out, and their page is offered again with what was typed.
 */
@ApplicationScoped
public class PostedForms implements LateForms {
    /** The address of a form that is left half-filled, in the sign-out with which it comes. */
    private static final String LEFT = "left";

    /** Where the language is changed. */
    static final String LANGUAGE = "/language";

    /** Where a long form is kept for later. */
    static final String LATER = "/drafts/later";

    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded(\\s*;\\s*charset=(utf-8|\"utf-8\"))?");
    /** The fields that a page of ours fills. */
    private static final Set<String> OF_PAGES = Stream.concat(
                    FormInput.OF_THE_PAGE.stream(),
                    Stream.of(
                            FormInput.ONCE,
                            FormInput.VERSION,
                            FormInput.LONG,
                            Back.FIELD,
                            "do",
                            "answered",
                            Multipart.FILE))
            .collect(Collectors.toUnmodifiableSet());

    /** Where a form comes with a file. */
    private static final Pattern UPLOADS = Pattern.compile("/cases/[^/]+/files/new");

    /** A constant, a number, a date, a ticked box or an identifier. */
    private static final Pattern CHOSEN =
            Pattern.compile("[A-Z_]+|[0-9.-]+|" + FormInput.TICKED + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What is too large is read so far, so that staff get it back: a long report in Korean is nine bytes a syllable on its way. */
    private static final int LARGEST_GIVEN_BACK = 16 * Bodies.LARGEST_FORM;
    /** The choice of a language has no page of its own; what unlocks the vault must not lie anywhere, sealed or not. */
    private static final Set<String> NEVER_KEPT = Set.of(LANGUAGE, "/unlock");

    @Inject
    KeptForms kept;

    @Inject
    CurrentUser user;

    @Inject
    Bodies bodies;

    @Inject
    @ConfigProperty(name = "durumi.base.url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** A request is no form of a page of ours, or cannot be read without doubt. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * @throws Refused if it comes from elsewhere, is no form, or says something twice
     * @throws Bodies.Refused if it is too large even to be given back, too slow, or one of too many
     */
    ReadRequest read(HttpServletRequest request) throws Refused, Bodies.Refused {
        if (!new Incoming(request).comesFromOurPages(baseUrl)) {
            throw new Refused(HttpServletResponse.SC_FORBIDDEN);
        } else if (isUpload(request)) {
            return readUpload(request);
        } else if (!isForm(request.getContentType())) {
            throw new Refused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        Parameters parameters = query(request);
        if (parameters.values().containsKey(FormInput.TOKEN)) {
            // An address is kept in logs and histories: no secret belongs there.
            throw new Refused(HttpServletResponse.SC_FORBIDDEN);
        }
        boolean ofStaff = user.signedIn().isPresent();
        byte[] body = bodies.ofForm(new Incoming(request), ofStaff ? LARGEST_GIVEN_BACK : Bodies.LARGEST_FORM);
        add(parameters, body);
        return new ReadRequest(request, body, parameters);
    }

    private static boolean isUpload(HttpServletRequest request) {
        return UPLOADS.matcher(request.getRequestURI()).matches() && Multipart.isIt(request.getContentType());
    }

    private ReadRequest readUpload(HttpServletRequest request) throws Refused, Bodies.Refused {
        Parameters parameters = query(request);
        if (parameters.values().containsKey(FormInput.TOKEN)) {
            throw new Refused(HttpServletResponse.SC_FORBIDDEN);
        }
        return bodies.ofUpload(new Incoming(request), body -> readUpload(request, parameters, body));
    }

    private static ReadRequest readUpload(HttpServletRequest request, Parameters parameters, Bodies.Beginning body)
            throws Refused {
        try {
            Multipart sent = Multipart.read(request.getContentType(), body.bytes(), !body.isWhole());
            byte[] form = sent.form();
            add(parameters, form);
            return new ReadRequest(request, form, parameters, sent.upload());
        } catch (Parameters.Malformed malformed) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST);
        } catch (Multipart.TooMuch tooMuch) {
            throw new Refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /** Whether the query of a request can be read without doubt. */
    boolean isReadable(HttpServletRequest request) {
        try {
            return !query(request).areTooMany();
        } catch (Refused refused) {
            return false;
        }
    }

    /** Keeps a form until its sender has proved anew who they are; the path at which it waits, empty if it cannot be kept. */
    Optional<String> keepToConfirm(HttpServletRequest form) {
        return keep(form, true);
    }

    /** Keeps a form of which nothing was carried out now, because its sender was too fast or it is too large. */
    Optional<String> keepForLater(HttpServletRequest form) {
        return keep(form, false);
    }

    private Optional<String> keep(HttpServletRequest form, boolean toConfirm) {
        return mayBeKept(form)
                ? Optional.of(path(kept.keep(user.actor().id(), address(form), fields(form), toConfirm)))
                : Optional.empty();
    }

    /**
     * Keeps what stands in a form while its sender goes to another page of ours; what comes from a draft of theirs in the place of that draft's copy, which goes with it.
     *
     * @param own what was sent with it and is no part of it
     * @return the name under which it is kept; empty if nobody is signed in
     */
    Optional<UUID> keepOnTheWay(ReadRequest form, String address, Set<String> own) {
        return user.signedIn().map(sender -> {
            Map<String, List<String>> fields = fields(form);
            fields.keySet().removeAll(own);
            return fields.getOrDefault(FormInput.DRAFT, List.of()).stream()
                    .flatMap(each -> FormInput.uuid(each).stream())
                    .filter(draft -> kept.keepAs(draft, sender.id(), address, fields))
                    .findFirst()
                    .orElseGet(() -> kept.keep(sender.id(), address, fields, false));
        });
    }

    /** Keeps a form of an earlier session of the person who is signed in; empty if it is none. */
    Optional<String> keepOfEarlierSession(ReadRequest form) {
        return user.signedIn()
                .filter(actor -> mayBeKept(form))
                .flatMap(actor -> kept.sender(form.first(FormInput.TOKEN)).filter(actor.id()::equals))
                .map(sender -> path(kept.keep(sender, address(form), fields(form), false)));
    }

    @Override
    public Optional<String> keep(HttpServletRequest request) throws Bodies.Refused {
        try {
            ReadRequest form = read(request);
            return mayBeKept(form)
                    ? kept.keepLate(form.first(FormInput.TOKEN), address(form), fields(form))
                            .map(PostedForms::path)
                    : Optional.empty();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    @Override
    public String words(HttpServletRequest request) throws Bodies.Refused {
        try {
            return words(read(request));
        } catch (Refused refused) {
            return "";
        }
    }

    @Override
    public void keepLeft(UserId sender, byte[] body) {
        Parameters fields = new Parameters();
        try {
            fields.add(body);
        } catch (Parameters.Malformed unreadable) {
            return;
        }
        String address = fields.first(LEFT);
        if (OurAddress.isOurs(address) && !NEVER_KEPT.contains(address) && !fields.areTooMany()) {
            Map<String, List<String>> typed = kept(fields.values());
            typed.remove(LEFT);
            kept.keepLeft(sender, address, typed);
        }
    }

    /** Where what stands in a form is shown again: one that was sent to be kept for later belongs to its own page. */
    static String address(HttpServletRequest form) {
        String page = form.getRequestURI().equals(LATER) ? form.getParameter(FormInput.PAGE) : null;
        return page != null && OurAddress.isOurs(page) ? page : new Incoming(form).address();
    }

    private static boolean mayBeKept(HttpServletRequest form) {
        return !NEVER_KEPT.contains(form.getRequestURI());
    }

    private static String path(UUID id) {
        return "/kept-forms/" + id;
    }

    private static Map<String, List<String>> fields(HttpServletRequest form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        return kept(fields);
    }

    private static Map<String, List<String>> kept(Map<String, List<String>> sent) {
        Map<String, List<String>> fields = new LinkedHashMap<>(sent);
        fields.keySet().removeAll(Set.of(FormInput.TOKEN, FormInput.PAGE));
        // A part of the key is never stored, not even sealed.
        fields.keySet().removeIf(name -> name.startsWith(UnlockService.PART));
        return fields;
    }

    /** What somebody typed into a form, one text below the other; neither choices and dates nor what a page of ours put there. */
    static String words(ReadRequest form) {
        return NEVER_KEPT.contains(form.getRequestURI()) ? "" : words(fields(form));
    }

    /** The same of what was kept of a form. */
    public static String words(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .filter(each -> !OF_PAGES.contains(each.getKey())
                        && !each.getKey().startsWith(UnlockService.PART)
                        && !each.getKey().endsWith("[]"))
                .map(each -> each.getValue().getFirst().strip())
                .filter(each -> !each.isEmpty() && !CHOSEN.matcher(each).matches())
                .collect(Collectors.joining("\n\n"));
    }

    private static Parameters query(HttpServletRequest request) throws Refused {
        String query = request.getQueryString();
        Parameters parameters = new Parameters();
        add(parameters, (query == null ? "" : query).getBytes(StandardCharsets.ISO_8859_1));
        return parameters;
    }

    private static void add(Parameters parameters, byte[] encoded) throws Refused {
        try {
            parameters.add(encoded);
        } catch (Parameters.Malformed malformed) {
            throw new Refused(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** A form in UTF-8: in another encoding, the framework would read other words than were checked here. */
    static boolean isForm(String type) {
        return type != null
                && FORM.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
