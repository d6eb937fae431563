-- The nodes of an installation: each is a zone of its own (N1, N2 …) for the levels of its machine.
CREATE TABLE watch_node (
  number   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- made by the node at its first start, kept in its home folder
  identity uuid NOT NULL UNIQUE,
  -- of its machine, for engineers
  name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 253),
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL
);
CREATE INDEX watch_node_last ON watch_node (last_at);
GRANT SELECT, INSERT, UPDATE ON watch_node TO rempart_app;
