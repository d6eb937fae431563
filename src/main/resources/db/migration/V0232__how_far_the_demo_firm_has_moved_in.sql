-- How far the demo firm has moved in, of at most one: whoever looks after a restart is told that it did not get
-- through. Nothing of customers. A node that fills says every few seconds that it still does.
CREATE TABLE demo_move (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  runner   uuid NOT NULL,
  phase    text NOT NULL CHECK (length(phase) BETWEEN 1 AND 40),
  seen_at  timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
GRANT SELECT, INSERT, UPDATE ON demo_move TO rempart_app;
