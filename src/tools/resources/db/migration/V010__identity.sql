-- Who works here, and who is signed in.

CREATE TABLE team (
    id   uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> '')
);

-- No legal names: a handle that colleagues use. The roles are those last seen at a sign-in, for lists to choose from.
CREATE TABLE staff_member (
    user_id  subject PRIMARY KEY,
    handle   text NOT NULL CHECK (handle <> ''),
    roles    text NOT NULL CHECK (roles ~ '^(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM)(,(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM))*$'),
    language text CHECK (language IN ('ko', 'en')),
    version  integer NOT NULL
);

-- Who belongs to which team. Written once, with the MAC of whoever holds the keys: a row without the right one gives no right.
CREATE TABLE membership (
    id         uuid PRIMARY KEY,
    user_id    subject NOT NULL REFERENCES staff_member (user_id),
    team_id    uuid NOT NULL REFERENCES team (id),
    since      timestamptz NOT NULL,
    entered_by subject NOT NULL,
    mac        bytea NOT NULL CHECK (length(mac) = 32),
    -- The moment of its end, once there is one: what queries and indexes ask for.
    until      timestamptz
);

CREATE UNIQUE INDEX membership_once ON membership (user_id) WHERE until IS NULL;
CREATE INDEX membership_of_team ON membership (team_id) WHERE until IS NULL;

CREATE TABLE membership_end (
    id       uuid PRIMARY KEY REFERENCES membership (id),
    ended_at timestamptz NOT NULL,
    ended_by subject NOT NULL,
    mac      bytea NOT NULL CHECK (length(mac) = 32)
);

-- Notes in the row of a right that it has ended. The end is a row of its own, because nothing that gives a right is ever
-- overwritten: whoever may write the one may not touch the other.
CREATE FUNCTION note_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
    noted integer;
BEGIN
    EXECUTE format('UPDATE %I SET until = $1 WHERE id = $2 AND until IS NULL', tg_argv[0]) USING new.ended_at, new.id;
    GET DIAGNOSTICS noted = ROW_COUNT;
    IF noted <> 1 THEN
        RAISE EXCEPTION 'nothing to end' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN new;
END
$$;

CREATE TRIGGER membership_ended
    BEFORE INSERT ON membership_end
    FOR EACH ROW EXECUTE FUNCTION note_end('membership');

-- One row is one open session. The cookie's value is never stored, only a keyed hash of it; the MACs, under the same key
-- outside the database, hold what the session gives.
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
    ends           timestamptz NOT NULL,
    granted_mac    bytea NOT NULL CHECK (length(granted_mac) = 32),
    awake_mac      bytea NOT NULL CHECK (length(awake_mac) = 32),
    refresh_mac    bytea NOT NULL CHECK (length(refresh_mac) = 32)
);

CREATE INDEX staff_session_by_provider_sid ON staff_session (provider_sid);

-- For an hour, the hashed form tokens of sessions that ended: a page that is still open may send what was typed there.
CREATE TABLE ended_session (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    user_id    text NOT NULL REFERENCES staff_member (user_id),
    ended      timestamptz NOT NULL,
    mac        bytea NOT NULL CHECK (length(mac) = 32)
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
GRANT SELECT, INSERT (id, user_id, team_id, since, entered_by, mac) ON membership TO durumi_app;
GRANT SELECT, INSERT ON membership_end TO durumi_app;
-- The only rows that the application deletes: a session that is over must not be usable, and its trace is in the access
-- log; what waits for somebody to sign in again must not wait for ever.
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_session TO durumi_app;
GRANT SELECT, INSERT, DELETE ON ended_session, kept_form, logout_token TO durumi_app;
