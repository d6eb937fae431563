-- How many records each member took out or archived lately, by the minute: all nodes count together.
CREATE TABLE edge_moved (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  way       text NOT NULL CHECK (way IN ('EXPORTED', 'ARCHIVED')),
  minute    timestamptz NOT NULL,
  count     bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (member_id, way, minute)
);
-- Of whom it was told, and when it was last more than may be: once for all nodes.
CREATE TABLE edge_moved_told (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  way       text NOT NULL CHECK (way IN ('EXPORTED', 'ARCHIVED')),
  at        timestamptz NOT NULL,
  PRIMARY KEY (member_id, way)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON edge_moved, edge_moved_told TO rempart_app;
