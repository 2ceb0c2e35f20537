-- More kinds of rows of which many cases have none. Which table is which follows from the names: RareRowsTest holds them to the code.
create or replace function rare_rows(wanted uuid) returns text[]
    language plpgsql stable as
$$
begin
    return array_remove(array[
        case when exists (select from attachment where case_id = wanted) then 'attachment' end,
        case when exists (select from case_grant where case_id = wanted) then 'case_grant' end,
        case when exists (select from case_link where asking_case_id = wanted or asked_case_id = wanted) then 'case_link' end,
        case when exists (select from check_in where case_id = wanted) then 'check_in' end,
        case when exists (select from check_in_plan where case_id = wanted) then 'check_in_plan' end,
        case when exists (select from check_in_step where case_id = wanted) then 'check_in_step' end,
        case when exists (select from claim_relation where case_id = wanted) then 'claim_relation' end,
        case when exists (select from closure where case_id = wanted) then 'closure' end,
        case when exists (select from note where case_id = wanted) then 'note' end,
        case when exists (select from overruling where case_id = wanted) then 'overruling' end,
        case when exists (select from risk_block where case_id = wanted) then 'risk_block' end,
        case when exists (select from split_off where case_id = wanted) then 'split_off' end,
        case when exists (select from taken_out where case_id = wanted) then 'taken_out' end,
        case when exists (select from task where case_id = wanted) then 'task' end,
        case when exists (select from waiver where case_id = wanted) then 'waiver' end
    ], null);
end
$$;
