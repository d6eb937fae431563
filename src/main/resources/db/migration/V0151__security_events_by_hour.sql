-- How many security events of a kind an hour had, added up as they are written: the dashboard tells of
-- 90 days without counting them.
CREATE TABLE security_event_hour (
  at    timestamptz NOT NULL,
  kind  text NOT NULL,
  -- what it was for, where the event says so: a detector's name
  cause text NOT NULL DEFAULT '',
  count bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (at, kind, cause)
);
GRANT SELECT ON security_event_hour TO rempart_app;

INSERT INTO security_event_hour
SELECT date_trunc('hour', at, 'UTC'), kind, left(coalesce(detail ->> 'cause', ''), 40), count(*)
FROM security_event GROUP BY 1, 2, 3;

-- The application adds events and can't write their sums otherwise.
CREATE FUNCTION rempart.roll_up_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.security_event_hour AS kept (at, kind, cause, count)
  VALUES (date_trunc('hour', NEW.at, 'UTC'), NEW.kind, left(coalesce(NEW.detail ->> 'cause', ''), 40), 1)
  ON CONFLICT (at, kind, cause) DO UPDATE SET count = kept.count + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER roll_up AFTER INSERT ON security_event
FOR EACH ROW EXECUTE FUNCTION rempart.roll_up_events();

-- The events behind a number: those of a kind, the newest first.
CREATE INDEX security_event_kind ON security_event (kind, at DESC);
