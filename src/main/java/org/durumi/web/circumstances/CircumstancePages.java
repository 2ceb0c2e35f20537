package org.durumi.web.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Circumstance;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.web.frame.CaseReader;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.OncePerForm;
import org.durumi.web.support.Pages;
import org.durumi.web.support.View;

/** Shows, records and changes a circumstance, in the same way for every {@link CircumstanceKind}. */
@ApplicationScoped
class CircumstancePages {
    @Inject
    Pages pages;

    @Inject
    CircumstancesService circumstances;

    @Inject
    CaseReader reader;

    @Inject
    OncePerForm once;

    /** An empty form. */
    Response blank(CircumstanceKind<?, ?> kind, CaseNumber number, String whoOrNull) {
        return blank(kind, number, kind.blank(whoOrNull)).answer();
    }

    /** Records what was typed, once for each form. */
    Response record(CircumstanceKind<?, ?> kind, CaseNumber number, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Consumer<CaseNumber> recording = kind.recording(input, circumstances);
        Optional<UUID> key = input.once();
        return pages.submit(
                input,
                () -> pages.redirect(
                        once.create(key.orElseThrow(), () -> {
                            recording.accept(number);
                            return "/cases/" + number;
                        }),
                        "notice." + kind.name() + ".recorded"),
                () -> blank(kind, number, input));
    }

    /** The form with what is stored. */
    <C extends Circumstance<N>, N> Response stored(CircumstanceKind<C, N> kind, CaseNumber number, UUID id) {
        CaseView view = view(kind, number);
        C stored = find(kind, view, id);
        FormInput input = kind.fill(FormInput.blank(), stored.known()).withVersion(stored.version());
        return page(kind, view, stored, input, List.of()).answer();
    }

    /** Stores what was typed. If somebody else was faster, shows the form again with both texts. */
    <C extends Circumstance<N>, N> Response change(
            CircumstanceKind<C, N> kind, CaseNumber number, UUID id, MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<N> known = kind.read(input);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> {
                    change(kind, number, id, known.orElseThrow(), (int) seen.orElseThrow());
                    return pages.redirect("/cases/" + number, "notice." + kind.name() + ".changed");
                },
                () -> again(kind, number, id, input, known));
    }

    /** If what was typed is what stands, there is no conflict: the form was sent twice, or two people agree. */
    private <C extends Circumstance<N>, N> void change(
            CircumstanceKind<C, N> kind, CaseNumber number, UUID id, N known, int seen) {
        try {
            kind.change(circumstances, number, new EntryId(id), known, seen);
        } catch (ChangedMeanwhile faster) {
            if (!find(kind, view(kind, number), id).known().equals(known)) {
                throw faster;
            }
        }
    }

    private <C extends Circumstance<N>, N> View again(
            CircumstanceKind<C, N> kind, CaseNumber number, UUID id, FormInput input, Optional<N> known) {
        CaseView view = view(kind, number);
        C stored = find(kind, view, id);
        if (!input.isStale() || known.isEmpty()) {
            return page(kind, view, stored, input, List.of());
        }
        input.withVersion(stored.version());
        List<Difference> differences = kind.differences(
                known.get(), stored.known(), view.participants(), pages.page().texts());
        return page(kind, view, stored, input, differences);
    }

    private View blank(CircumstanceKind<?, ?> kind, CaseNumber number, FormInput input) {
        CaseView view = view(kind, number);
        return page(
                kind,
                CircumstanceForm.blank(view, kind.path(), input, pages.page().texts()));
    }

    private <C extends Circumstance<N>, N> View page(
            CircumstanceKind<C, N> kind, CaseView view, C stored, FormInput input, List<Difference> differences) {
        CircumstanceForm form = CircumstanceForm.stored(
                view,
                kind.path(),
                stored.id(),
                kind.ofWhom(stored, view),
                input,
                differences,
                pages.page().texts());
        return kind.show(page(kind, form), stored);
    }

    private View page(CircumstanceKind<?, ?> kind, CircumstanceForm form) {
        return pages.view("circumstances/" + kind.name() + ".jte").with("form", form);
    }

    private CaseView view(CircumstanceKind<?, ?> kind, CaseNumber number) {
        return reader.toRecord(number, AccessGroup.PARTICIPANT, kind.group());
    }

    private <C extends Circumstance<?>> C find(CircumstanceKind<C, ?> kind, CaseView view, UUID id) {
        return kind.in(circumstances.of(view.file(), kind.group())).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
