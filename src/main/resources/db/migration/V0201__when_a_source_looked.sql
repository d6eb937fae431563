-- When a source of incidents looked last, on whatever node, and from when on it judges what it finds: after the server or
-- its database was away it waits. Nothing of customers: in clear.
CREATE TABLE alert_look (
  source      text PRIMARY KEY,
  looked_at   timestamptz NOT NULL,
  judges_from timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON alert_look TO rempart_app;
