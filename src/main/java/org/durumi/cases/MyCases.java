package org.durumi.cases;

/** Parts of queries about the cases of the person of the transaction, in which «f» is the case's row. */
public final class MyCases {
    /** A case on which the person works, or somebody for whom they stand in. */
    public static final String MINE =
            "exists (select 1 from Assignment s where s.caseId = f.id and works_as(s.userId.value) and s.until is null)";

    /**
     * Orders those on which the person, «:me», works themselves before the others. Where only so many are read and looked at afterwards,
     * a deputyship that somebody slipped in pushes none of them off.
     */
    public static final String OWN_FIRST =
            "case when exists (select 1 from Assignment o where o.caseId = f.id and o.userId = :me and o.until is null) then 0 else 1 end";

    /** The same in SQL, of the person of the transaction. */
    public static final String NOT_OWN = "not exists (select from assignment o where o.case_id = f.id"
            + " and o.user_id = nullif(current_setting('app.user', true), '') and o.until is null)";

    private MyCases() {}
}
