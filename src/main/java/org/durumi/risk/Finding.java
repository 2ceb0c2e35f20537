package org.durumi.risk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.route.Certainty;

/**
 * A rule has fired for one participant.
 *
 * @param rule which rule
 * @param variant which reading of it
 * @param points what it adds to the score
 * @param blocks what it forbids until it is waived
 * @param sure how sure we are of what it rests on
 * @param inputs what the rule saw, in the order of the text's arguments: numbers, enums, money, countries; no name, no place
 * @param about the phones, quotes or legs that made it fire; empty if it rests on the stage or on a count
 */
public record Finding(
        RuleCode rule,
        Variant variant,
        int points,
        Set<Block> blocks,
        Certainty sure,
        List<Object> inputs,
        Set<EntryId> about) {
    /** @throws IllegalArgumentException if the rule never gives these points or never blocks this */
    public Finding {
        blocks = Set.copyOf(blocks);
        inputs = List.copyOf(inputs);
        about = Set.copyOf(about);
        if (!rule.points().contains(points) || !rule.mayBlock().containsAll(blocks)) {
            throw new IllegalArgumentException("not of rule " + rule);
        }
    }

    /** The level that this finding alone would justify: an alert about it carries it. A block is never less than high. */
    public Level level() {
        Level own = Level.ofScore(points).or(floor());
        return blocks.isEmpty() ? own : own.or(Level.HIGH);
    }

    /** The least level of whoever has this finding; LOW is no floor. */
    public Level floor() {
        return switch (variant) {
            case UNCLEAR_COUNTRY, MISSED_AGAIN -> Level.HIGH;
            case MISSED_ONCE -> Level.LOW;
            default -> rule.floor();
        };
    }

    /** The key of the text that says why this is a risk. Its arguments are the inputs. */
    public String whyKey() {
        return textKey() + ".why";
    }

    /** The key of the text that says what to do now. Its arguments are the inputs. */
    public String todoKey() {
        return textKey() + ".todo";
    }

    /** The key of the text that says what our knowledge rests on. Its arguments are the inputs. */
    public String sureKey() {
        return textKey() + ".sure";
    }

    /** Everything that it says, as one line in a stable form: what a waiver or a dismissal is bound to. */
    public String content() {
        return String.join(
                " ",
                rule.name(),
                variant.name(),
                Integer.toString(points),
                String.join(",", Inputs.write(inputs)),
                about.stream().map(EntryId::toString).sorted().collect(Collectors.joining(",")));
    }

    private String textKey() {
        return variant == Variant.ONLY ? rule.name() : rule.name() + "." + variant.name();
    }
}
