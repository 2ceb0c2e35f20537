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

-- For an hour, the hashed form tokens of sessions that ended: a page that is still open may send what was typed there.
CREATE TABLE ended_session (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    user_id    text NOT NULL REFERENCES staff_member (user_id),
    ended      timestamptz NOT NULL
);

CREATE INDEX ended_session_by_age ON ended_session (ended);

-- Typed forms that wait until their sender has proved anew who they are. Sealed with the key of the sessions.
CREATE TABLE kept_form (
    id      uuid PRIMARY KEY,
    user_id text NOT NULL REFERENCES staff_member (user_id),
    sealed  text NOT NULL,
    kept    timestamptz NOT NULL
);

CREATE INDEX kept_form_by_sender ON kept_form (user_id, kept);

-- Words of the identity provider that somebody's session is over: each counts once.
CREATE TABLE logout_token (
    jti_hash bytea PRIMARY KEY CHECK (length(jti_hash) = 32),
    heard    timestamptz NOT NULL
);

GRANT SELECT, INSERT ON team TO durumi_app;
GRANT SELECT, INSERT, UPDATE ON staff_member TO durumi_app;
-- The only rows that the application deletes: a session that is over must not be usable, and its trace is in the access
-- log; what waits for somebody to sign in again must not wait for ever.
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_session TO durumi_app;
GRANT SELECT, INSERT, DELETE ON ended_session, kept_form, logout_token TO durumi_app;
