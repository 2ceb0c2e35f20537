package org.durumi.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.vault.Recording;

/** Fills what a case has room for, without an assessment after each row, which would take hours. */
@ApplicationScoped
@Transactional
public class FullWays {
    @Inject
    CaseAccess access;

    @Inject
    Ways ways;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** So many attempts, phones, vulnerabilities and legs of one participant, with the longest texts that a form takes. */
    public void fill(CaseNumber number, ParticipantId who, int most) {
        CaseFile file = access.toChange(
                number, AccessGroup.ATTEMPT, AccessGroup.DEVICE, AccessGroup.VULNERABILITY, AccessGroup.LEG);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PartialDate then = PartialDate.on(today.minusYears(2));
        Place place = new Place("강".repeat(80), "CN");
        NewAttempt attempt = new NewAttempt(then, AttemptOutcome.TURNED_BACK, "가나다라마바사아자차".repeat(50));
        NewDevice device = new NewDevice(
                "전".repeat(80), "", Answer.YES, Answer.YES, false, true, true, then, PartialDate.unknown());
        NewVulnerability vulnerability =
                new NewVulnerability(VulnerabilityKind.values()[0], then, PartialDate.unknown());
        NewLeg leg = new NewLeg(
                Set.of(who),
                place,
                place,
                Means.FOOT,
                "배".repeat(80),
                Border.NONE,
                then,
                then,
                Optional.of(2),
                Optional.of(2),
                LegState.DONE);
        for (int i = 1; i <= most; i++) {
            ways.add(Attempt.record(file, who, i, attempt, recording(file, AccessGroup.ATTEMPT), today));
            ways.add(Device.record(
                    file, who, device, NumberTrace.unknown(), recording(file, AccessGroup.DEVICE), today));
            ways.add(Vulnerability.record(file, who, vulnerability, recording(file, AccessGroup.VULNERABILITY), today));
            ways.add(Leg.record(file, leg, Optional.empty(), recording(file, AccessGroup.LEG), today));
        }
    }

    private Recording recording(CaseFile file, AccessGroup group) {
        return new Recording(user.actor().signed(clock.instant()), file.key(group));
    }
}
