-- When no node was there to measure, nor to take what agents found: the time between the last beat of one before and
-- the first after (record 0232). What only this server measures was not measured then, and is neither well nor bad.
CREATE TABLE watch_absence (
  begun_at timestamptz PRIMARY KEY,
  ended_at timestamptz NOT NULL CHECK (ended_at > begun_at)
);
CREATE INDEX watch_absence_ended ON watch_absence (ended_at);

-- One row: when a node was last there.
CREATE TABLE watch_pulse (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  at     timestamptz NOT NULL
);
GRANT SELECT, INSERT ON watch_absence TO rempart_app;
GRANT SELECT, INSERT, UPDATE ON watch_pulse TO rempart_app;
