package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.NewDevice;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records a phone or SIM, or changes what is known of one. Its number is never shown again. */
@Path("/cases/{number}/devices")
@RequestScoped
public class DeviceController extends CircumstanceController<Device, NewDevice> {
    /** The number is typed, but not kept: there is nothing to fill in or to compare it with. */
    static final RecordForm<NewDevice> FORM =
            RecordForm.of("device.form", NewDevice.class).unkept("number");

    public DeviceController() {
        super("device", "devices", AccessGroup.DEVICE, FORM, Circumstances::devices);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("policeRegistered", Answer.UNKNOWN).with("carried", Answer.UNKNOWN);
    }

    @Override
    String ofWhom(Device stored, CaseView view) {
        return view.label(stored.participant());
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesDevice(page, input, about, "");
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about, Device stored) {
        return pages.templates().circumstancesDevice(page, input, about, stored.lastDigits());
    }

    @Override
    EntryId record(CaseNumber number, Set<ParticipantId> whom, NewDevice known) {
        return whom.stream()
                .map(who -> circumstances.recordDevice(number, who, known))
                .toList()
                .get(0);
    }

    @Override
    void correct(CaseNumber number, EntryId id, NewDevice known, String why, int seen) {
        corrections.correctDevice(number, id, known, why, seen);
    }
}
