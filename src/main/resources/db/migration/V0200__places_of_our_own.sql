-- Places beside the usual ones from which agents watch, and what people call them. Nothing of customers: in clear.
CREATE TABLE watch_place (
  code     text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9-]{1,11}$' AND code <> 'HOME'),
  name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  named_at timestamptz NOT NULL,
  named_by uuid
);

GRANT SELECT, INSERT, UPDATE ON watch_place TO rempart_app;
