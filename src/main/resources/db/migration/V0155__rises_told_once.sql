-- Which unusual rises were told lately: by one node for all of them, and not again after each start.
CREATE TABLE edge_rise_told (
  topic text NOT NULL,
  -- empty for a kind of route, which is looked at from everywhere
  place text NOT NULL CHECK (place ~ '^([A-Z]{2})?$'),
  at    timestamptz NOT NULL,
  PRIMARY KEY (topic, place)
);
GRANT SELECT, INSERT, UPDATE ON edge_rise_told TO rempart_app;
