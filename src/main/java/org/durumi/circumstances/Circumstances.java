package org.durumi.circumstances;

import java.util.Comparator;
import java.util.List;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.CaseRow;

/** What is known of the way of all participants of a case. */
public record Circumstances(
        List<Attempt> attempts, List<Device> devices, List<Vulnerability> vulnerabilities, List<Leg> legs) {
    public Circumstances {
        attempts = List.copyOf(attempts);
        devices = List.copyOf(devices);
        vulnerabilities = List.copyOf(vulnerabilities);
        legs = List.copyOf(legs);
    }

    /** Opens what belongs to a group. */
    void open(AccessGroup group, CaseKey key) {
        List<? extends CaseRow<?>> rows =
                switch (group) {
                    case ATTEMPT -> attempts;
                    case DEVICE -> devices;
                    case VULNERABILITY -> vulnerabilities;
                    case LEG -> legs;
                    default -> throw new IllegalArgumentException("no circumstances are " + group);
                };
        rows.forEach(each -> each.open(key));
    }

    /** The same, opened, with the phones by their labels. */
    Circumstances phonesByLabel() {
        return new Circumstances(
                attempts,
                devices.stream().sorted(Comparator.comparing(Device::label)).toList(),
                vulnerabilities,
                legs);
    }

    /** The same, for one participant. */
    public Circumstances of(ParticipantId who) {
        return new Circumstances(
                attempts.stream().filter(each -> each.participant().equals(who)).toList(),
                devices.stream().filter(each -> each.participant().equals(who)).toList(),
                vulnerabilities.stream()
                        .filter(each -> each.participant().equals(who))
                        .toList(),
                legs.stream().filter(each -> each.isTravelledBy(who)).toList());
    }
}
