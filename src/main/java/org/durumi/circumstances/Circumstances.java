package org.durumi.circumstances;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseKey;

/** What is known of the way of all participants of a case. */
public record Circumstances(
        List<Attempt> attempts, List<Device> devices, List<Vulnerability> vulnerabilities, List<Leg> legs) {
    public Circumstances {
        attempts = List.copyOf(attempts);
        devices = List.copyOf(devices);
        vulnerabilities = List.copyOf(vulnerabilities);
        legs = List.copyOf(legs);
    }

    /** The same with their texts, the phones by their labels. */
    Circumstances openedWith(CaseKey key) {
        Stream.of(attempts, devices, vulnerabilities, legs)
                .flatMap(List::stream)
                .forEach(each -> each.open(key));
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
