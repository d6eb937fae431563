-- Counts of five minutes, added up by hour and by day as they are written, so that a week or a quarter
-- of a year is some ten thousand rows to read and not some million.
CREATE TABLE edge_traffic_hour (
  at      timestamptz NOT NULL,
  place   text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  measure text NOT NULL,
  count   bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (at, place, measure)
);

-- Days of UTC.
CREATE TABLE edge_traffic_day (
  at      timestamptz NOT NULL,
  place   text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  measure text NOT NULL,
  count   bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (at, place, measure)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON edge_traffic_hour, edge_traffic_day TO rempart_app;

INSERT INTO edge_traffic_hour
SELECT date_trunc('hour', at, 'UTC'), place, measure, sum(count) FROM edge_traffic GROUP BY 1, 2, 3;
INSERT INTO edge_traffic_day
SELECT date_trunc('day', at, 'UTC'), place, measure, sum(count) FROM edge_traffic GROUP BY 1, 2, 3;

-- Whoever writes five minutes adds to their hour and day in the same statement: they never differ.
CREATE FUNCTION rempart.roll_up_traffic() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  more bigint := NEW.count;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    more := NEW.count - OLD.count;
  END IF;
  IF more > 0 THEN
    INSERT INTO public.edge_traffic_hour AS kept (at, place, measure, count)
    VALUES (date_trunc('hour', NEW.at, 'UTC'), NEW.place, NEW.measure, more)
    ON CONFLICT (at, place, measure) DO UPDATE SET count = kept.count + excluded.count;
    INSERT INTO public.edge_traffic_day AS kept (at, place, measure, count)
    VALUES (date_trunc('day', NEW.at, 'UTC'), NEW.place, NEW.measure, more)
    ON CONFLICT (at, place, measure) DO UPDATE SET count = kept.count + excluded.count;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER roll_up AFTER INSERT OR UPDATE OF count ON edge_traffic
FOR EACH ROW EXECUTE FUNCTION rempart.roll_up_traffic();
