package org.durumi.web.costs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.costs.Broker;
import org.durumi.costs.BrokerKind;
import org.durumi.costs.IntroducedBy;
import org.durumi.costs.NewBroker;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;

/** The fields of a broker, and of the question how far one is checked. */
final class BrokerForm {
    private BrokerForm() {}

    /** What was typed; empty if something is missing or wrong. */
    static Optional<NewBroker> read(FormInput input) {
        Optional<BrokerKind> kind = input.choice("kind", BrokerKind.class);
        Optional<IntroducedBy> introducedBy = input.choice("introducedBy", IntroducedBy.class);
        return input.isValid()
                ? Optional.of(new NewBroker(kind.orElseThrow(), introducedBy.orElseThrow()))
                : Optional.empty();
    }

    /** What a supervisor may say of a broker. Blacklisting takes two: the first proposes, the second confirms. */
    static List<Choice> decisions(Broker broker, UserId supervisor, Texts texts) {
        return Stream.of(Vetting.values())
                .filter(each -> each != Vetting.BLACKLISTED || mayBlacklist(broker, supervisor))
                .map(each -> new Choice(
                        each.name(), each == Vetting.BLACKLISTED ? texts.text(blacklistKey(broker)) : texts.text(each)))
                .toList();
    }

    private static boolean mayBlacklist(Broker broker, UserId supervisor) {
        return broker.blacklistAskedBy().filter(supervisor::equals).isEmpty();
    }

    private static String blacklistKey(Broker broker) {
        return broker.blacklistAskedBy().isPresent()
                ? "broker.form.blacklist.confirm"
                : "broker.form.blacklist.propose";
    }
}
