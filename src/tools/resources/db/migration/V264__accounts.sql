-- Of whose account the identity provider has still to hear. A row says whose and since when, not what is to become of it: that is asked
-- of the rows of roles when it is told, so that whoever writes here past the application opens no account.
create table account_due (
    user_id  subject     primary key references staff_member (user_id),
    since    timestamptz not null,
    -- When it was last tried: whoever tries next waits until that is surely over.
    tried_at timestamptz
);

grant select, insert, update, delete on account_due to durumi_app;

-- Who has shown at the sign-in who they are, since they last lost a role or what they proved themselves with. Before that nobody
-- confirms a role for them; who has no row has never shown it.
create table staff_shown (
    user_id subject     primary key references staff_member (user_id),
    -- A proof counts from then on.
    since   timestamptz not null,
    -- What they proved themselves with before has still to be taken away: until then no proof counts.
    factors boolean     not null,
    -- When they proved it, at the identity provider.
    shown   timestamptz
);

grant select, insert, update on staff_shown to durumi_app;

-- Whoever lost their role before anybody told the provider has an account there that is open. Where nobody was given a role yet, that of
-- everybody stays as it is until roles are given.
insert into account_due (user_id, since)
select user_id, now() from staff_member m where exists (select from role_grant) and not may_come_in(m.user_id, null);

-- It is asked at the sign-in too, and when accounts are noted.
grant execute on function may_come_in(text, text) to durumi_app;

-- Of somebody who was invited the provider has named no role yet.
alter table staff_member drop constraint staff_member_roles_check, add constraint staff_member_roles_check
    check (roles ~ '^((CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM)(,(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM))*)?$');
