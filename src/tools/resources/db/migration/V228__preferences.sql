-- What somebody of the staff has chosen for themselves. In clear: it says nothing of a case, and is read with the session of every request.
create domain theme as text check (value in ('SYSTEM', 'LIGHT', 'DARK'));
create domain density as text check (value in ('COMFORTABLE', 'COMPACT'));

alter table staff_member
    add column theme     theme   not null default 'SYSTEM',
    add column density   density not null default 'COMFORTABLE',
    -- Whether single keys lead to pages.
    add column shortcuts boolean not null default true,
    -- The number of the newest release whose news they have opened.
    add column news_seen integer not null default 0 check (news_seen >= 0);
