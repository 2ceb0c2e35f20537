package org.durumi.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/**
 * An entry as it is written.
 *
 * @param role the name of a role, or NONE
 * @param sessionTag empty without a session
 * @param covered the numbers of the cases, sealed, if the log shall tell only how many there are
 */
record Line(
        Instant at,
        UserId who,
        String role,
        String sessionTag,
        Access access,
        AccessOutcome outcome,
        UUID request,
        Optional<byte[]> covered) {
    private static final String INSERT = """
            insert into access_entry
                (recorded_at, actor, actor_role, session_tag, action, outcome, case_refs, field_groups, request_id,
                 search_hash, covered_cases, cases_by_organisation, mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The same, but it tells only how many cases they are. */
    Line covering(byte[] sealedNumbers) {
        return new Line(at, who, role, sessionTag, access, outcome, request, Optional.of(sealedNumbers));
    }

    /** Writes it with the application's MAC. */
    void write(Statements database, Macs macs) {
        String[] cases = covered.isPresent()
                ? new String[0]
                : access.cases().stream().map(CaseNumber::value).toArray(String[]::new);
        String[] groups = access.groups().stream().map(Enum::name).sorted().toArray(String[]::new);
        int many = covered.isPresent() ? access.cases().size() : 0;
        byte[] numbers = covered.orElse(new byte[0]);
        String act = access.action().name();
        byte[] mac = macs.of(
                macs.areLocked() ? MacUse.ACCESS_ENTRY_WHILE_LOCKED : MacUse.ACCESS_ENTRY,
                values(
                        at,
                        who,
                        role,
                        sessionTag,
                        act,
                        outcome.name(),
                        cases,
                        groups,
                        request,
                        access.searchHash(),
                        many,
                        numbers));
        database.run(
                INSERT,
                at,
                who.value(),
                role,
                sessionTag,
                act,
                outcome.name(),
                cases,
                groups,
                request,
                access.searchHash(),
                many,
                numbers,
                mac);
    }

    /** What the MAC of an entry is made of: all that it says. */
    static Object[] values(
            Instant at,
            UserId who,
            String role,
            String sessionTag,
            String action,
            String outcome,
            String[] cases,
            String[] groups,
            UUID request,
            String searchHash,
            int coveredCases,
            byte[] casesByOrganisation) {
        return new Object[] {
            at,
            who,
            role,
            sessionTag,
            action,
            outcome,
            String.join(",", cases),
            String.join(",", groups),
            request,
            searchHash,
            coveredCases,
            casesByOrganisation
        };
    }
}
