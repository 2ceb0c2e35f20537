package org.durumi.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.Statements;
import org.durumi.mac.Macs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What counts: the newest change that Durumi wrote, else what the installation is configured with. Few acts ask, each in one statement;
 * nothing is remembered, so a change counts on every node at once.
 */
@ApplicationScoped
public class Settings {
    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.erasure.pause.hours")
    Optional<Integer> erasurePause;

    @Inject
    @ConfigProperty(name = "durumi.files.gib")
    Optional<Integer> filesOfAll;

    /** What counts now. */
    public int of(Setting what) {
        return of(what, clock.instant());
    }

    /** What counted at a moment: what was promised then stays so. */
    public int of(Setting what, Instant moment) {
        return values(moment, what).getOrDefault(what, asInstalled(what));
    }

    /** What counts now of several that are asked for together. */
    public ToIntFunction<Setting> together(Setting... several) {
        Map<Setting, Integer> known = values(clock.instant(), several);
        return each -> known.getOrDefault(each, asInstalled(each));
    }

    /** What counts as long as nobody has decided. */
    int asInstalled(Setting what) {
        return switch (what) {
            case ERASURE_PAUSE -> erasurePause.orElse(what.usual());
            case FILES_OF_ALL -> filesOfAll.orElse(what.usual());
            default -> what.usual();
        };
    }

    private Map<Setting, Integer> values(Instant moment, Setting... several) {
        Map<Setting, Integer> found = new EnumMap<>(Setting.class);
        for (SettingChange each : changes(moment, several)) {
            found.putIfAbsent(each.what(), each.value());
        }
        return found;
    }

    /** The genuine changes of some settings until a moment, the newest first. */
    List<SettingChange> changes(Instant moment, Setting... several) {
        return all(several).stream()
                .filter(each -> !each.by().at().isAfter(moment))
                .toList();
    }

    /**
     * All genuine changes of some settings, the newest first, also what a server decided whose clock is ahead. Whoever watches hears of the
     * others.
     *
     * @throws IllegalStateException while the keys are locked: nobody can tell then which are
     */
    List<SettingChange> all(Setting... several) {
        if (macs.areLocked()) {
            throw new IllegalStateException("nobody can tell what the organisation decided");
        }
        Map<Boolean, List<SettingChange>> all = Statements.on(database)
                .list(
                        SettingChange::read,
                        "select " + SettingChange.COLUMNS
                                + " from setting where name = any (?) order by set_at desc, id",
                        (Object) Arrays.stream(several).map(Enum::name).toArray(String[]::new))
                .stream()
                .collect(Collectors.partitioningBy(each -> each.isGenuine(macs)));
        // Whoever forged it chose the name in it: it accuses nobody.
        all.getOrDefault(false, List.of()).forEach(each -> foreign.fire(ForeignRow.byNobody(ForeignRow.Kind.SETTING)));
        return all.getOrDefault(true, List.of());
    }
}
