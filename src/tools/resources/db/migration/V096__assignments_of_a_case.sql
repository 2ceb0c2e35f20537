-- The page of a case lists everybody who ever worked on it; the other indexes hold only who works on it now.
create index assignment_of_case on assignment (case_id);
