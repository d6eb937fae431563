-- Who is told when something is wrong: incidents, duty, addresses, and messages on their way. Nothing of
-- customers; where engineers are reached is sealed with what lies beside the database (record 0141).

CREATE TABLE alert_incident (
  id              uuid PRIMARY KEY,
  -- what is the same: while one is open, the same again is the same incident
  key             text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  source          text NOT NULL CHECK (source ~ '^[a-z][a-z.-]{0,39}$'),
  label           text NOT NULL CHECK (length(label) <= 80),
  what            text NOT NULL CHECK (what ~ '^[a-z][a-z0-9-]{0,39}$'),
  facts           text[] NOT NULL CHECK (cardinality(facts) <= 8),
  path            text CHECK (path LIKE '/%' AND length(path) <= 200),
  severity        text NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
  ending          text NOT NULL CHECK (ending IN ('BY_SOURCE', 'BY_QUIET', 'BY_HAND')),
  state           text NOT NULL CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED')),
  -- one for many of its source
  grouped         boolean NOT NULL,
  -- more than are remembered one by one
  overflowed      boolean NOT NULL DEFAULT false,
  raised          bigint NOT NULL CHECK (raised >= 1),
  begun_at        timestamptz NOT NULL,
  last_at         timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  resolved_at     timestamptz,
  -- how many were told: nobody, the first, the second, everybody; and how often everybody since
  level           int NOT NULL CHECK (level BETWEEN 0 AND 3),
  reminders       int NOT NULL CHECK (reminders >= 0),
  -- when the next ones are told; null: nobody
  escalate_at     timestamptz,
  -- planned maintenance of what it is about
  quiet_until     timestamptz,
  CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL)),
  CHECK (state = 'OPEN' OR escalate_at IS NULL)
);
CREATE UNIQUE INDEX alert_incident_open ON alert_incident (key) WHERE state <> 'RESOLVED';
CREATE INDEX alert_incident_source ON alert_incident (source) WHERE state <> 'RESOLVED';
CREATE INDEX alert_incident_due ON alert_incident (escalate_at) WHERE escalate_at IS NOT NULL;
CREATE INDEX alert_incident_begun ON alert_incident (begun_at DESC);

-- What an incident stands for that is one for many.
CREATE TABLE alert_incident_key (
  key         text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  incident_id uuid NOT NULL REFERENCES alert_incident (id)
);
CREATE INDEX alert_incident_key_incident ON alert_incident_key (incident_id);

-- The story of an incident, which only grows: who, when, what, by which channel, and how it went.
CREATE TABLE alert_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES alert_incident (id),
  at          timestamptz NOT NULL,
  kind        text NOT NULL CHECK (kind ~ '^[A-Z_]{1,30}$'),
  -- who did it
  member_id   uuid,
  -- who was told
  told        uuid,
  channel     text,
  reason      text,
  number      int,
  note        text CHECK (length(note) BETWEEN 1 AND 1000)
);
CREATE INDEX alert_step_incident ON alert_step (incident_id, id);
CREATE TRIGGER append_only BEFORE UPDATE ON alert_step FOR EACH ROW EXECUTE FUNCTION rempart.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON alert_step FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();

-- Of what nobody is told for a while; the incidents are there all the same.
CREATE TABLE alert_silence (
  id         uuid PRIMARY KEY,
  -- null: of any source, of any label
  source     text CHECK (source ~ '^[a-z][a-z.-]{0,39}$'),
  label      text CHECK (length(label) BETWEEN 1 AND 80),
  begins_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL CHECK (ends_at >= begins_at),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  created_by uuid NOT NULL
);
CREATE INDEX alert_silence_ends ON alert_silence (ends_at);

-- Pairs that take turns.
CREATE TABLE alert_rotation (
  id         uuid PRIMARY KEY,
  begins_at  timestamptz NOT NULL,
  zone       text NOT NULL CHECK (length(zone) BETWEEN 1 AND 60),
  days       int NOT NULL CHECK (days BETWEEN 1 AND 31),
  firsts     uuid[] NOT NULL CHECK (cardinality(firsts) BETWEEN 1 AND 52),
  seconds    uuid[] NOT NULL CHECK (cardinality(seconds) = cardinality(firsts)),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  cancelled_at timestamptz
);

-- A pair for a while whatever the rotation says, or one person in the place of another.
CREATE TABLE alert_duty (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('PAIR', 'SWAP')),
  first_id   uuid NOT NULL,
  second_id  uuid NOT NULL CHECK (second_id <> first_id),
  begins_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL CHECK (ends_at > begins_at),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  cancelled_at timestamptz
);
CREATE INDEX alert_duty_ends ON alert_duty (ends_at) WHERE cancelled_at IS NULL;

-- Where a person is reached, in their order, with the last proof that it works.
CREATE TABLE alert_address (
  id           uuid PRIMARY KEY,
  member_id    uuid NOT NULL,
  channel      text NOT NULL CHECK (channel IN ('EMAIL', 'SMS', 'SMS_HTTP', 'PAGER', 'PAGERDUTY', 'PUSH')),
  position     int NOT NULL,
  sealed       bytea NOT NULL CHECK (octet_length(sealed) <= 1000),
  sent_at      timestamptz,
  tested_at    timestamptz,
  failed_at    timestamptz,
  failure      text CHECK (failure ~ '^[A-Z_]{1,30}$'),
  number       int
);
CREATE INDEX alert_address_member ON alert_address (member_id, position);

-- Messages on their way. One that is being sent has a number that whoever sends it must still find.
CREATE TABLE alert_message (
  id          uuid PRIMARY KEY,
  -- all messages by which one person is told one thing
  group_id    uuid NOT NULL,
  incident_id uuid REFERENCES alert_incident (id),
  member_id   uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('ALARM', 'REMINDER', 'ACKNOWLEDGED', 'RESOLVED', 'TEST')),
  severity    text NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  words       text NOT NULL CHECK (length(words) <= 1000),
  path        text CHECK (path LIKE '/%' AND length(path) <= 200),
  written_at  timestamptz NOT NULL,
  address_id  uuid NOT NULL,
  channel     text NOT NULL,
  -- addresses that were left for the next
  used        uuid[] NOT NULL DEFAULT '{}',
  state       text NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'GIVEN_UP', 'DROPPED')),
  attempt     int NOT NULL DEFAULT 0,
  tries       int NOT NULL DEFAULT 0,
  due_at      timestamptz NOT NULL,
  claimed_at  timestamptz,
  done_at     timestamptz,
  reference   text CHECK (length(reference) <= 100),
  CHECK ((state IN ('SENT', 'GIVEN_UP', 'DROPPED')) = (done_at IS NOT NULL))
);
CREATE INDEX alert_message_group ON alert_message (group_id);
CREATE INDEX alert_message_incident ON alert_message (incident_id);
CREATE INDEX alert_message_due ON alert_message (due_at) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX alert_message_done ON alert_message (done_at);

-- Which security events were looked at already; those of the last minutes.
CREATE TABLE alert_seen (
  event_id uuid PRIMARY KEY,
  at       timestamptz NOT NULL
);
CREATE INDEX alert_seen_at ON alert_seen (at);

-- The table of db-scheduler 16: when which message is looked at, by whom, and whether they are alive.
CREATE TABLE alert_task (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX alert_task_execution ON alert_task (execution_time);
CREATE INDEX alert_task_heartbeat ON alert_task (last_heartbeat);

-- Open screens hear of it, on whatever node.
CREATE FUNCTION rempart.tell_alert() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('rempart_alert', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON alert_incident FOR EACH STATEMENT EXECUTE FUNCTION rempart.tell_alert();

GRANT SELECT, INSERT, UPDATE ON alert_incident, alert_silence, alert_rotation, alert_duty TO rempart_app;
GRANT SELECT, INSERT ON alert_step TO rempart_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_incident_key, alert_address, alert_message, alert_seen, alert_task TO rempart_app;
