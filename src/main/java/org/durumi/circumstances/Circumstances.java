package org.durumi.circumstances;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/** What is known of the way of all participants of a case. */
public record Circumstances(
        List<Attempt> attempts,
        List<Device> devices,
        List<Vulnerability> vulnerabilities,
        List<Leg> legs,
        List<PlainCircumstance<?>> plain) {
    private static final Comparator<Circumstance<?, ?, ?>> STANDING_FIRST =
            Comparator.<Circumstance<?, ?, ?>, Boolean>comparing(CorrectableRow::stands)
                    .reversed();

    private static final Comparator<PlainCircumstance<?>> IN_TIME =
            Comparator.<PlainCircumstance<?>, PartialDate>comparing(PlainCircumstance::when)
                    .thenComparing(PlainCircumstance::kind)
                    .thenComparing(each -> each.recorded().at());

    public Circumstances {
        attempts = List.copyOf(attempts);
        devices = List.copyOf(devices);
        vulnerabilities = List.copyOf(vulnerabilities);
        legs = List.copyOf(legs);
        plain = List.copyOf(plain);
    }

    /** The same, opened, in the order in which people read them; what was corrected comes last. */
    static Circumstances inOrder(
            List<Attempt> attempts,
            List<Device> devices,
            List<Vulnerability> vulnerabilities,
            List<Leg> legs,
            List<PlainCircumstance<?>> plain) {
        return new Circumstances(
                attempts.stream().sorted(STANDING_FIRST).toList(),
                devices.stream()
                        .sorted(Comparator.comparing(Device::label))
                        .sorted(STANDING_FIRST)
                        .toList(),
                vulnerabilities.stream()
                        .sorted(Comparator.comparing(Vulnerability::kind).thenComparing(Vulnerability::since))
                        .sorted(STANDING_FIRST)
                        .toList(),
                legs.stream()
                        .sorted(Comparator.comparing(Leg::left))
                        .sorted(STANDING_FIRST)
                        .toList(),
                plain.stream().sorted(IN_TIME).sorted(STANDING_FIRST).toList());
    }

    /** Only this one. */
    static Circumstances of(Circumstance<?, ?, ?> only) {
        List<Circumstance<?, ?, ?>> one = List.of(only);
        return new Circumstances(
                of(Attempt.class, one),
                of(Device.class, one),
                of(Vulnerability.class, one),
                of(Leg.class, one),
                one.stream()
                        .<PlainCircumstance<?>>mapMulti((each, kept) -> {
                            if (each instanceof PlainCircumstance<?> known) {
                                kept.accept(known);
                            }
                        })
                        .toList());
    }

    private static <C> List<C> of(Class<C> kind, List<? extends Circumstance<?, ?, ?>> some) {
        return some.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Those of one kind. */
    public List<PlainCircumstance<?>> of(CircumstanceKind kind) {
        return plain.stream().filter(each -> each.kind() == kind).toList();
    }

    public List<Incident> incidents() {
        return of(Incident.class, plain);
    }

    public List<Detention> detentions() {
        return of(Detention.class, plain);
    }

    public List<Intervention> interventions() {
        return of(Intervention.class, plain);
    }

    public List<Posting> postings() {
        return of(Posting.class, plain);
    }

    public List<Background> backgrounds() {
        return of(Background.class, plain);
    }

    public List<Need> needs() {
        return of(Need.class, plain);
    }

    public List<Relationship> relationships() {
        return of(Relationship.class, plain);
    }

    public List<Relative> relatives() {
        return of(Relative.class, plain);
    }

    public List<Group> groups() {
        return of(Group.class, plain);
    }

    public List<SafeContact> safeContacts() {
        return of(SafeContact.class, plain);
    }

    public List<Referral> referrals() {
        return of(Referral.class, plain);
    }

    /** All of them, of whichever kind. */
    public Stream<Circumstance<?, ?, ?>> all() {
        return Stream.of(attempts, devices, vulnerabilities, legs, plain).flatMap(List::stream);
    }

    /** The same, for one participant. */
    public Circumstances of(ParticipantId who) {
        return only(each -> each.whom().contains(who));
    }

    /** What counts: what was corrected is left out. */
    public Circumstances standing() {
        return only(CorrectableRow::stands);
    }

    /** What stood if no correction were recorded that a supervisor still has to confirm. */
    public Circumstances settled() {
        Map<EntryId, Circumstance<?, ?, ?>> rows = rows();
        Set<EntryId> corrected = all().filter(Circumstance::isSettled)
                .flatMap(each -> each.replaces().stream())
                .flatMap(each -> settled(rows, each).stream())
                .map(Circumstance::id)
                .collect(Collectors.toSet());
        return only(each -> each.isSettled() && !corrected.contains(each.id()));
    }

    /** The row that says what this one said when that was last settled; empty if somebody else changed what is between. */
    Optional<Circumstance<?, ?, ?>> settled(Circumstance<?, ?, ?> one) {
        return settled(rows(), one.id());
    }

    private static Optional<Circumstance<?, ?, ?>> settled(Map<EntryId, Circumstance<?, ?, ?>> rows, EntryId id) {
        Optional<Circumstance<?, ?, ?>> row = Optional.ofNullable(rows.get(id));
        while (row.isPresent() && !row.get().isSettled()) {
            row = row.get().replaces().map(rows::get);
        }
        return row;
    }

    /** What stood in its place from when that was last settled, the latest first. */
    List<Circumstance<?, ?, ?>> corrected(Circumstance<?, ?, ?> one) {
        Map<EntryId, Circumstance<?, ?, ?>> rows = rows();
        List<Circumstance<?, ?, ?>> corrected = new ArrayList<>();
        Optional<Circumstance<?, ?, ?>> row = Optional.of(one);
        while (row.isPresent() && !row.get().isSettled()) {
            row = row.get().replaces().map(rows::get);
            row.ifPresent(corrected::add);
        }
        return corrected;
    }

    private Map<EntryId, Circumstance<?, ?, ?>> rows() {
        return all().collect(Collectors.toMap(Circumstance::id, each -> each));
    }

    private Circumstances only(Predicate<Circumstance<?, ?, ?>> wanted) {
        return new Circumstances(
                attempts.stream().filter(wanted).toList(),
                devices.stream().filter(wanted).toList(),
                vulnerabilities.stream().filter(wanted).toList(),
                legs.stream().filter(wanted).toList(),
                plain.stream().filter(wanted).toList());
    }
}
