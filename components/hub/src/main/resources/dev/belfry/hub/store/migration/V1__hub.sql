-- One schema for PostgreSQL and H2. ${text} is text compared byte by byte, as Java compares strings of ASCII;
-- what follows ${partial} limits an index to the rows that are looked for, where the database can.
-- Moments are nanoseconds since 1970.

-- A row for each user who was ever locked: held while rules look at all of a user's calls.
CREATE TABLE hub_locks (
    uid ${text} NOT NULL PRIMARY KEY
);

-- Calls: the record as JSON, and what is searched for.
CREATE TABLE hub_calls (
    session_id ${text} NOT NULL PRIMARY KEY,
    version    BIGINT NOT NULL,
    due_at     BIGINT,
    body       ${text} NOT NULL
);

CREATE INDEX hub_calls_due ON hub_calls (due_at) ${partial} WHERE due_at IS NOT NULL
;

-- Each user's part in each call, with what logs are filtered and ordered by.
CREATE TABLE hub_call_parties (
    uid          ${text} NOT NULL,
    session_id   ${text} NOT NULL,
    initiated_at BIGINT NOT NULL,
    is_open      BOOLEAN NOT NULL,
    is_logged    BOOLEAN NOT NULL,
    is_outgoing  BOOLEAN NOT NULL,
    type         VARCHAR(16) NOT NULL,
    status       VARCHAR(16) NOT NULL,
    other_uid    ${text},
    guid         ${text},
    PRIMARY KEY (uid, session_id)
);

CREATE INDEX hub_call_parties_log ON hub_call_parties (uid, initiated_at DESC, session_id DESC);

CREATE INDEX hub_call_parties_open ON hub_call_parties (uid, is_open) ${partial} WHERE is_open
;

-- Calls that were taken back before they came to exist.
CREATE TABLE hub_buried (
    session_id ${text} NOT NULL,
    uid        ${text} NOT NULL,
    buried_at  BIGINT NOT NULL,
    PRIMARY KEY (session_id, uid)
);

CREATE INDEX hub_buried_at ON hub_buried (buried_at);

-- Events, and the number of each user's latest.
CREATE TABLE hub_mailboxes (
    uid  ${text} NOT NULL PRIMARY KEY,
    head BIGINT NOT NULL
);

CREATE TABLE hub_events (
    uid           ${text} NOT NULL,
    seq           BIGINT NOT NULL,
    happened_at   BIGINT NOT NULL,
    only_device   ${text},
    except_device ${text},
    body          ${text} NOT NULL,
    PRIMARY KEY (uid, seq)
);

CREATE INDEX hub_events_happened ON hub_events (happened_at);

-- Nodes of the hub, and the devices whose connections they hold.
CREATE TABLE hub_nodes (
    node          ${text} NOT NULL PRIMARY KEY,
    vouched_until BIGINT NOT NULL
);

CREATE TABLE hub_devices (
    uid         ${text} NOT NULL,
    device_id   ${text} NOT NULL,
    start_no    BIGINT NOT NULL,
    since_seq   BIGINT NOT NULL,
    is_open     BOOLEAN NOT NULL,
    node        ${text},
    lease_until BIGINT,
    PRIMARY KEY (uid, device_id)
);

CREATE INDEX hub_devices_node ON hub_devices (node) ${partial} WHERE node IS NOT NULL
;

CREATE INDEX hub_devices_lease ON hub_devices (lease_until) ${partial} WHERE lease_until IS NOT NULL
;

-- Who can be called. What is searched in is written in lower case.
CREATE TABLE hub_users (
    uid    ${text} NOT NULL PRIMARY KEY,
    name   ${text} NOT NULL,
    avatar ${text},
    role   ${text},
    search ${text} NOT NULL
);

CREATE INDEX hub_users_name ON hub_users (name, uid);

CREATE TABLE hub_groups (
    guid ${text} NOT NULL PRIMARY KEY,
    name ${text} NOT NULL,
    icon ${text}
);

CREATE TABLE hub_members (
    guid     ${text} NOT NULL REFERENCES hub_groups (guid) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    uid      ${text} NOT NULL,
    PRIMARY KEY (guid, position)
);

-- What all nodes share: secrets by name, and guests' links that have not been used.
CREATE TABLE hub_secrets (
    name   ${text} NOT NULL PRIMARY KEY,
    secret ${text} NOT NULL
);

CREATE TABLE hub_guest_passes (
    code_hash     ${text} NOT NULL PRIMARY KEY,
    name          ${text} NOT NULL,
    receiver_id   ${text} NOT NULL,
    receiver_type VARCHAR(16) NOT NULL,
    expires_at    BIGINT NOT NULL
);

CREATE INDEX hub_guest_passes_expiry ON hub_guest_passes (expires_at);
