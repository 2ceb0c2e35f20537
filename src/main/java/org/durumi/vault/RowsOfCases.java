package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessLog;
import org.durumi.accesslog.Receipt;
import org.durumi.identity.Actor;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;

/** Rows of many cases, which the system opens as an actor of its own to find what they have in common. */
@ApplicationScoped
public class RowsOfCases {
    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    /** A row that was found among those of all cases, still sealed. */
    public interface Row {
        UUID id();

        CaseId caseId();

        CaseNumber number();
    }

    /**
     * Opens them, each with the key of its case, against an entry that covers their cases.
     *
     * @param job statements of the role that sees every case
     * @param read what one of them says, with the key of its case
     * @return what each says, without those that somebody else changed, which is told
     */
    public <R extends Row, T> List<T> open(
            List<R> rows, Actor system, Access search, Statements job, BiFunction<R, CaseKey, T> read) {
        Map<CaseId, CaseNumber> cases = new HashMap<>();
        rows.forEach(each -> cases.put(each.caseId(), each.number()));
        Receipt receipt = log.recordCovered(system, search.on(cases.values()));
        Map<CaseId, CaseKey> keys = vault.keys(cases, receipt, job);
        List<T> opened = new ArrayList<>();
        for (R each : rows) {
            CaseKey key = Objects.requireNonNull(keys.get(each.caseId()));
            key.opens(each.id(), () -> opened.add(read.apply(each, key)));
        }
        return opened;
    }
}
