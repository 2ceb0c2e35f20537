package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Texts;

/** The phones and SIMs that somebody has or had. */
public record Devices(List<Device> devices) implements Section {
    /**
     * A phone or SIM.
     *
     * @param ending the last three digits of its number; empty if not known
     */
    public record Device(String who, String kind, String ending, String registered, String carried, String advice) {}

    public Devices {
        devices = List.copyOf(devices);
    }

    @Override
    public String title() {
        return "summary.devices";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsDevices(page, devices);
    }

    @Override
    public List<Devices> pieces() {
        return Section.pieces(devices, 25, Devices::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        CircumstancesService circumstances;

        @Override
        public int order() {
            return 80;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.DEVICE);
        }

        @Override
        public Optional<Devices> read(OpenSummary open) {
            return SummaryPart.lines(
                    circumstances.of(open.view().file(), AccessGroup.DEVICE).devices().stream()
                            .filter(each -> open.prints(each.whom()))
                            .toList(),
                    each -> device(each, open),
                    Devices::new);
        }

        private static Device device(org.durumi.circumstances.Device device, OpenSummary open) {
            Texts texts = open.texts();
            return new Device(
                    open.name(device.participant()),
                    open.said(device, device.label()),
                    device.lastDigits(),
                    texts.text(device.policeRegistered()),
                    device.leftBehind() ? texts.text("circumstances.device.left-behind") : texts.text(device.carried()),
                    device.adviceGiven() ? texts.text(Answer.YES) : texts.text("circumstances.device.no-advice"));
        }
    }
}
