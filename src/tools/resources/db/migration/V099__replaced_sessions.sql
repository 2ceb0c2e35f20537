-- A browser whose session ended because its person signed in elsewhere is told so: of such a session the hash of its cookie stays
-- as long as the token of its forms.
alter table ended_session add column replaced_id bytea check (length(replaced_id) = 32);

create index ended_session_replaced on ended_session (replaced_id) where replaced_id is not null;
