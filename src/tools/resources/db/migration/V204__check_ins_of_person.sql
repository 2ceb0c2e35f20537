-- The latest of each person in a case, which the rules read.
create index check_in_of_person on check_in (participant_id, recorded_at desc);
create index check_in_step_of_person on check_in_step (participant_id, due_at desc) where cause = 'MISSED' and step = 'CASEWORKERS';
