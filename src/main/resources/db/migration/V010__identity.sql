-- Who works here, and who is signed in.

CREATE TABLE team (
    id   uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> '')
);

-- No legal names: a handle that colleagues use. The roles are those last seen at a sign-in, for lists to choose from.
CREATE TABLE staff_member (
    user_id  text PRIMARY KEY CHECK (length(user_id) BETWEEN 1 AND 64),
    handle   text NOT NULL CHECK (handle <> ''),
    team_id  uuid REFERENCES team (id),
    roles    text NOT NULL CHECK (roles ~ '^(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM)(,(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM))*$'),
    language text CHECK (language IN ('ko', 'en')),
    version  integer NOT NULL
);

CREATE INDEX staff_member_by_team ON staff_member (team_id);

-- One row is one open session; the cookie's value is never stored, only its SHA-256.
CREATE TABLE staff_session (
    id_hash        bytea PRIMARY KEY CHECK (length(id_hash) = 32),
    user_id        text NOT NULL UNIQUE REFERENCES staff_member (user_id),
    tag            text NOT NULL CHECK (tag ~ '^[0-9a-f]{16}$'),
    roles          text NOT NULL CHECK (roles ~ '^(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR)(,(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR))*$'),
    csrf_token     text NOT NULL,
    message        text,
    language       text NOT NULL CHECK (language IN ('ko', 'en')),
    acr            text NOT NULL,
    auth_time      timestamptz NOT NULL,
    provider_sid   text NOT NULL,
    refresh_token  text NOT NULL,
    refresh_due    timestamptz NOT NULL,
    degraded_since timestamptz,
    created        timestamptz NOT NULL,
    touched        timestamptz NOT NULL,
    idle_until     timestamptz NOT NULL,
    ends           timestamptz NOT NULL
);

CREATE INDEX staff_session_by_provider_sid ON staff_session (provider_sid);

GRANT SELECT, INSERT ON team TO durumi_app;
GRANT SELECT, INSERT, UPDATE ON staff_member TO durumi_app;
-- The only rows that the application deletes: a session that is over must not be usable, and its trace is in the access log.
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_session TO durumi_app;
