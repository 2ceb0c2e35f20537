package org.durumi.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.CaseNumber;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.vault.TestKeys;

/** Case files for the tests of the features above. */
public final class OpenCases {
    private OpenCases() {}

    /** An open case of the north team with one participant. */
    public static CaseFile ofOne() {
        NewCase reported = new NewCase(
                CaseKind.INDIVIDUAL,
                RouteKind.LAND_VIA_CHINA,
                Optional.empty(),
                Priority.NORMAL,
                List.of(CaseFixtures.WOMAN),
                CaseFixtures.report(Stage.CONTACT, StageDetails.none()));
        CaseFile file =
                CaseFile.open(CaseNumber.draw(2026), reported, CaseFixtures.HANEUL, CaseFixtures.NOW, TestKeys.macs());
        return file.openedWith(new NamedKey(TestKeys.of(file.id()), EnumSet.allOf(AccessGroup.class)));
    }
}
