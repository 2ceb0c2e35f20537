package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.durumi.kernel.ChangedMeanwhile;

/**
 * Does what a form asks for, once, however often it is sent: a creation happens once for each key of its form, a change once
 * for each version of its row.
 */
@ApplicationScoped
public class Forms {
    /** The field that says why something is corrected. */
    public static final String REASON = "correctionReason";

    public static final int LONGEST_REASON = 1000;

    /** Stores what is right, with why it is corrected, unless the version that was seen is no longer the stored one. */
    @FunctionalInterface
    public interface Correction<N> {
        void store(N right, String why, int seen);
    }

    @Inject
    Pages pages;

    @Inject
    OncePerForm once;

    @Inject
    LongForms longForms;

    /**
     * Creates something.
     *
     * @param creation creates it and says the address that shows it; runs only if the form is valid
     * @param notice the key of what is said then
     * @param page the form's page, shown again if something is wrong
     */
    public Response create(FormInput input, Supplier<String> creation, String notice, Supplier<View> page) {
        Optional<UUID> key = input.once();
        return pages.submit(
                input,
                () -> pages.redirect(once.create(key.orElseThrow(), () -> created(input, creation)), notice),
                page);
    }

    /**
     * In one transaction: what was created once does not stay behind as a draft that could be sent again. What comes from a draft that is gone may have been created by
     * somebody else: whoever has read so and sends it again sends another form.
     */
    private String created(FormInput input, Supplier<String> creation) {
        longForms.gone(input).ifPresent(why -> {
            input.asAnother();
            throw why;
        });
        String address = creation.get();
        longForms.sent(input);
        return address;
    }

    /**
     * Creates what a record asks for.
     *
     * @param creation as above, from what was typed
     */
    public <N extends Record> Response create(
            FormInput input, RecordForm<N> form, Function<N, String> creation, String notice, Supplier<View> page) {
        Optional<N> typed = form.read(input);
        return create(input, () -> creation.apply(typed.orElseThrow()), notice, page);
    }

    /**
     * Changes what stands. If somebody else was faster, shows the form again with both texts, unless both are the same: then
     * the form was sent twice, or two people agree.
     *
     * @param change stores what was typed, unless the version is no longer the stored one
     * @param standing reads what stands; only asked if the form is shown again or somebody was faster
     * @param next the address that is shown then
     * @param notice the key of what is said there
     */
    public <N extends Record> Response change(
            FormInput input,
            RecordForm<N> form,
            ObjIntConsumer<N> change,
            Supplier<Standing<N>> standing,
            String next,
            String notice) {
        Optional<N> typed = form.read(input);
        OptionalLong seen = input.version();
        return pages.submit(
                input,
                () -> {
                    change(typed.orElseThrow(), (int) seen.orElseThrow(), change, standing);
                    return pages.redirect(next, notice);
                },
                () -> again(input, typed, standing.get()));
    }

    /** Corrects what stands, as above, and asks why. */
    public <N extends Record> Response correct(
            FormInput input,
            RecordForm<N> form,
            Correction<N> correction,
            Supplier<Standing<N>> standing,
            String next,
            String notice) {
        Optional<String> why = why(input);
        return change(
                input, form, (right, seen) -> correction.store(right, why.orElseThrow(), seen), standing, next, notice);
    }

    /** Why something is corrected; empty if that is missing or too long. */
    public static Optional<String> why(FormInput input) {
        return input.read(REASON, Field.lines(1, LONGEST_REASON));
    }

    private static <N extends Record> void change(
            N typed, int seen, ObjIntConsumer<N> change, Supplier<Standing<N>> standing) {
        try {
            change.accept(typed, seen);
        } catch (ChangedMeanwhile faster) {
            if (!standing.get().known().equals(typed)) {
                throw faster;
            }
        }
    }

    private <N extends Record> View again(FormInput input, Optional<N> typed, Standing<N> standing) {
        if (!input.isStale() || typed.isEmpty()) {
            return standing.page().apply(input, List.of());
        }
        List<Difference> differences = standing.form()
                .differences(typed.get(), standing.known(), pages.page().texts());
        return standing.page().apply(input.withVersion(standing.version()), differences);
    }
}
