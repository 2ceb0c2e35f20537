package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.NewDevice;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.View;

/** The form of a phone or SIM. The number is typed, but never filled in: it is not kept. */
final class DeviceForm implements CircumstanceKind<Device, NewDevice> {
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_NUMBER = 40;

    @Override
    public String name() {
        return "device";
    }

    @Override
    public String path() {
        return "devices";
    }

    @Override
    public AccessGroup group() {
        return AccessGroup.DEVICE;
    }

    @Override
    public FormInput blank(String whoOrNull) {
        FormInput input =
                FormInput.blank().with("policeRegistered", Answer.UNKNOWN).with("carried", Answer.UNKNOWN);
        return CircumstanceForm.about(input, whoOrNull);
    }

    @Override
    public Optional<NewDevice> read(FormInput input) {
        String label = input.line("label", LONGEST_LABEL);
        String number = input.optionalLine("number", LONGEST_NUMBER);
        Answer registered = input.answer("policeRegistered");
        Answer carried = input.answer("carried");
        PartialDate takenFrom = input.date("takenFrom");
        PartialDate takenUntil = input.date("takenUntil");
        return input.isValid()
                ? Optional.of(new NewDevice(
                        label,
                        number,
                        registered,
                        carried,
                        input.isTicked("leftBehind"),
                        input.isTicked("adviceGiven"),
                        input.isTicked("takenByHousehold"),
                        takenFrom,
                        takenUntil))
                : Optional.empty();
    }

    @Override
    public FormInput fill(FormInput input, NewDevice known) {
        return input.with("label", known.label())
                .with("policeRegistered", known.policeRegistered())
                .with("carried", known.carried())
                .withTick("leftBehind", known.leftBehind())
                .withTick("adviceGiven", known.adviceGiven())
                .withTick("takenByHousehold", known.takenByHousehold())
                .with("takenFrom", known.takenFrom())
                .with("takenUntil", known.takenUntil());
    }

    /** The number is left out: it is not kept, so there is nothing to compare it with. */
    @Override
    public List<Difference> differences(NewDevice typed, NewDevice stored, List<Participant> people, Texts texts) {
        return List.of(
                new Difference("device.form.label", typed.label(), stored.label()),
                new Difference(
                        "device.form.registered",
                        texts.text(typed.policeRegistered()),
                        texts.text(stored.policeRegistered())),
                new Difference("device.form.carried", texts.text(typed.carried()), texts.text(stored.carried())),
                new Difference(
                        "device.form.left-behind",
                        yesOrNo(typed.leftBehind(), texts),
                        yesOrNo(stored.leftBehind(), texts)),
                new Difference(
                        "device.form.advice",
                        yesOrNo(typed.adviceGiven(), texts),
                        yesOrNo(stored.adviceGiven(), texts)),
                new Difference(
                        "device.form.taken",
                        yesOrNo(typed.takenByHousehold(), texts),
                        yesOrNo(stored.takenByHousehold(), texts)),
                new Difference("device.form.taken-from", texts.date(typed.takenFrom()), texts.date(stored.takenFrom())),
                new Difference(
                        "device.form.taken-until", texts.date(typed.takenUntil()), texts.date(stored.takenUntil())));
    }

    @Override
    public List<Device> in(Circumstances all) {
        return all.devices();
    }

    @Override
    public String ofWhom(Device stored, CaseView view) {
        return view.label(stored.participant());
    }

    @Override
    public View show(View page, Device stored) {
        return page.with("lastDigits", stored.lastDigits());
    }

    @Override
    public Consumer<CaseNumber> recording(FormInput input, CircumstancesService circumstances) {
        Optional<ParticipantId> who = CircumstanceForm.whom(input);
        Optional<NewDevice> known = read(input);
        return number -> circumstances.recordDevice(number, who.orElseThrow(), known.orElseThrow());
    }

    @Override
    public void change(CircumstancesService circumstances, CaseNumber number, EntryId id, NewDevice known, int seen) {
        circumstances.changeDevice(number, id, known, seen);
    }

    private static String yesOrNo(boolean yes, Texts texts) {
        return texts.text(yes ? "common.yes" : "common.no");
    }
}
