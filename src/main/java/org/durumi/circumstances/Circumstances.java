package org.durumi.circumstances;

import java.util.Comparator;
import java.util.List;
import org.durumi.kernel.ParticipantId;

/** What is known of the way of all participants of a case. */
public record Circumstances(
        List<Attempt> attempts, List<Device> devices, List<Vulnerability> vulnerabilities, List<Leg> legs) {
    public Circumstances {
        attempts = List.copyOf(attempts);
        devices = List.copyOf(devices);
        vulnerabilities = List.copyOf(vulnerabilities);
        legs = List.copyOf(legs);
    }

    /** The same, opened, in the order in which people read them. */
    static Circumstances inOrder(
            List<Attempt> attempts, List<Device> devices, List<Vulnerability> vulnerabilities, List<Leg> legs) {
        return new Circumstances(
                attempts,
                devices.stream().sorted(Comparator.comparing(Device::label)).toList(),
                vulnerabilities.stream()
                        .sorted(Comparator.comparing(Vulnerability::kind).thenComparing(Vulnerability::since))
                        .toList(),
                legs.stream().sorted(Comparator.comparing(Leg::left)).toList());
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
