-- Of which kinds a case has rows, among those of which most cases have none. Asked by the application as whoever it acts for, so that
-- the policies of each table say what is there. In plpgsql, which keeps its plan.
create function rare_rows(wanted uuid) returns text[]
    language plpgsql stable as
$$
begin
    return array_remove(array[
        case when exists (select from case_grant where case_id = wanted) then 'case_grant' end,
        case when exists (select from case_link where asking_case_id = wanted or asked_case_id = wanted) then 'case_link' end,
        case when exists (select from claim_relation where case_id = wanted) then 'claim_relation' end,
        case when exists (select from closure where case_id = wanted) then 'closure' end,
        case when exists (select from overruling where case_id = wanted) then 'overruling' end,
        case when exists (select from risk_block where case_id = wanted) then 'risk_block' end,
        case when exists (select from split_off where case_id = wanted) then 'split_off' end,
        case when exists (select from taken_out where case_id = wanted) then 'taken_out' end,
        case when exists (select from waiver where case_id = wanted) then 'waiver' end
    ], null);
end
$$;

revoke execute on function rare_rows(uuid) from public;
grant execute on function rare_rows(uuid) to durumi_app;
