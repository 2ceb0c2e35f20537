package org.durumi.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;

/** An administrator sees what the organisation has decided, and decides anew. */
@ApplicationScoped
@Transactional
public class SettingsService {
    private static final int HOURS_OF_A_DAY = 24;
    private static final int LONGEST_NIGHT = 12;
    private static final Access CHANGING = Access.of(AccessAction.CONFIGURATION, AccessGroup.SETTING);

    /** Whoever changes a setting waits for whoever does: what was seen stays true until the end. */
    private static final long SETTINGS_CHANGE = 0x6475_7275_6d69_0047L;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentUser user;

    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /**
     * All settings, or some.
     *
     * @throws NotFound if the person is no administrator
     */
    public List<SettingView> list(Setting... some) {
        Access reading = Access.of(AccessAction.LIST, AccessGroup.SETTING);
        log.require(user.actor().is(Role.ADMINISTRATOR), reading);
        log.record(reading);
        Map<Setting, List<SettingChange>> changes =
                settings.changes(clock.instant(), some).stream().collect(Collectors.groupingBy(SettingChange::what));
        return Stream.of(some)
                .map(each -> view(each, changes.getOrDefault(each, List.of())))
                .toList();
    }

    /** The handles of those who changed something. */
    public Map<UserId, String> handles(List<SettingView> views) {
        return staff.handles(views.stream()
                .flatMap(each -> each.changes().stream())
                .map(each -> each.by().by())
                .toList());
    }

    /**
     * Decides that something else counts from now on.
     *
     * @param seen how many changes there were when they looked
     * @throws NotFound if the person is no administrator
     * @throws ChangedMeanwhile if another one counts now
     * @throws RuleViolation at «value» if it is too little or too much, counts already, or makes quiet hours of more than twelve
     */
    public void change(Setting what, @Valid NewSetting wanted, long seen) {
        log.require(user.actor().is(Role.ADMINISTRATOR), CHANGING);
        Statements statements = Statements.on(database);
        statements.call("select pg_advisory_xact_lock(?)", SETTINGS_CHANGE);
        List<SettingChange> changes = settings.all(what);
        ChangedMeanwhile.unless(changes.size() == seen);
        Optional<SettingChange> last = changes.stream().findFirst();
        if (wanted.value() < what.least() || wanted.value() > what.most()) {
            throw RuleViolation.at("value", "setting.range", what.least(), what.most());
        } else if (wanted.value() == last.map(SettingChange::value).orElse(settings.asInstalled(what))) {
            throw RuleViolation.at("value", "setting.same");
        }
        requireShortNight(what, wanted.value());
        SettingChange change =
                SettingChange.make(what, wanted, user.actor().signed(after(last)), vault.organisation(), macs);
        statements.run(
                "insert into setting (" + SettingChange.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                change.id(),
                what.name(),
                change.value(),
                change.why().bytes(),
                change.by().by().value(),
                change.by().at(),
                change.mac());
        log.changed(CHANGING);
    }

    /** Another server's clock may be ahead: what is decided last counts last all the same. */
    private Instant after(Optional<SettingChange> last) {
        Instant now = clock.instant();
        return last.map(each -> each.by().at().plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
    }

    /** Quiet hours that last all day would keep a missed check-in from being told in time. */
    private void requireShortNight(Setting what, int hour) {
        if (what == Setting.QUIET_FROM || what == Setting.QUIET_TO) {
            int from = what == Setting.QUIET_FROM ? hour : settings.of(Setting.QUIET_FROM);
            int to = what == Setting.QUIET_TO ? hour : settings.of(Setting.QUIET_TO);
            if (Math.floorMod(to - from, HOURS_OF_A_DAY) > LONGEST_NIGHT) {
                throw RuleViolation.at("value", "setting.night", from, to, LONGEST_NIGHT);
            }
        }
    }

    private SettingView view(Setting what, List<SettingChange> changes) {
        List<SettingView.Change> shown = changes.stream()
                .map(each -> new SettingView.Change(each.value(), each.by(), each.open(vault.organisation())))
                .toList();
        int installed = settings.asInstalled(what);
        return new SettingView(
                what, shown.stream().findFirst().map(SettingView.Change::value).orElse(installed), installed, shown);
    }
}
