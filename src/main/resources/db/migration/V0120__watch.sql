-- What is watched, what was found, and what the public reads of it. Nothing of customers: all of it in clear.

CREATE TABLE watch_check (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  kind           text NOT NULL CHECK (kind IN ('SERVER', 'HTTPS', 'PAGE', 'LEVEL')),
  -- where it is measured; a level has its name instead
  host           text CHECK (length(host) BETWEEN 1 AND 253),
  port           int CHECK (port BETWEEN 1 AND 65535),
  path           text CHECK (path LIKE '/%' AND length(path) <= 500),
  level          text CHECK (level ~ '^[A-Z_]{1,40}$'),
  -- milliseconds, days left, per cent or a count, by its kind
  limit_value    int NOT NULL CHECK (limit_value >= 0),
  clear_value    int NOT NULL CHECK (clear_value >= 0),
  period_seconds int NOT NULL CHECK (period_seconds BETWEEN 10 AND 86400),
  fail_after     int NOT NULL CHECK (fail_after BETWEEN 1 AND 10),
  recover_after  int NOT NULL CHECK (recover_after BETWEEN 1 AND 10),
  zones          text[] NOT NULL CHECK (cardinality(zones) BETWEEN 1 AND 100),
  quorum         int NOT NULL CHECK (quorum >= 1 AND quorum <= cardinality(zones)),
  own_authority  boolean NOT NULL DEFAULT false,
  shown          boolean NOT NULL,
  enabled        boolean NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  -- when home measures it next; whoever moves it measures
  home_at        timestamptz NOT NULL DEFAULT now(),
  -- not watched any more: what was found stays
  retired_at     timestamptz,
  CHECK ((kind = 'LEVEL') = (level IS NOT NULL)),
  CHECK ((kind <> 'LEVEL') = (host IS NOT NULL AND port IS NOT NULL AND path IS NOT NULL))
);
CREATE INDEX watch_check_home ON watch_check (home_at) WHERE enabled AND retired_at IS NULL;

-- How a check is, by all results so far; locked while one more is added.
CREATE TABLE watch_state (
  check_id uuid PRIMARY KEY REFERENCES watch_check (id),
  raw      text NOT NULL CHECK (raw IN ('UP', 'SUSPECT', 'DOWN', 'RECOVERING')),
  flapping boolean NOT NULL,
  since    timestamptz NOT NULL,
  downs    timestamptz[] NOT NULL
);

-- What each zone thinks of it.
CREATE TABLE watch_zone_view (
  check_id  uuid NOT NULL REFERENCES watch_check (id),
  zone      text NOT NULL CHECK (zone ~ '^[A-Z][A-Z0-9-]{1,11}$'),
  failed    int NOT NULL CHECK (failed >= 0),
  succeeded int NOT NULL CHECK (succeeded >= 0),
  bad       boolean NOT NULL,
  at        timestamptz NOT NULL,
  failure   text,
  PRIMARY KEY (check_id, zone)
);

-- Every result, for good, by day. The key makes one that comes twice count once.
CREATE TABLE watch_result (
  check_id   uuid NOT NULL,
  zone       text NOT NULL CHECK (zone ~ '^[A-Z][A-Z0-9-]{1,11}$'),
  at         timestamptz NOT NULL,
  -- null: all was well
  failure    text CHECK (failure ~ '^[A-Z_]{1,40}$'),
  number     int,
  -- microseconds
  name_us    bigint CHECK (name_us >= 0),
  connect_us bigint CHECK (connect_us >= 0),
  tls_us     bigint CHECK (tls_us >= 0),
  first_us   bigint CHECK (first_us >= 0),
  total_us   bigint CHECK (total_us >= 0),
  -- within planned maintenance: kept, and not counted
  excluded   boolean NOT NULL,
  PRIMARY KEY (check_id, zone, at)
) PARTITION BY RANGE (at);
-- the latest of a check, wherever it was found
CREATE INDEX watch_result_latest ON watch_result (check_id, at DESC);
CREATE TABLE watch_result_default PARTITION OF watch_result DEFAULT;
CREATE TRIGGER append_only BEFORE UPDATE ON watch_result FOR EACH ROW EXECUTE FUNCTION rempart.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON watch_result FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();

-- Results added up by hour (H) and by day (D), with each result, never again from all of them.
CREATE TABLE watch_figure (
  check_id uuid NOT NULL REFERENCES watch_check (id),
  zone     text NOT NULL,
  span     text NOT NULL CHECK (span IN ('H', 'D')),
  at       timestamptz NOT NULL,
  checks   bigint NOT NULL CHECK (checks >= 0),
  failed   bigint NOT NULL CHECK (failed BETWEEN 0 AND checks),
  excluded bigint NOT NULL CHECK (excluded >= 0),
  -- of those that were well and timed
  timed    bigint NOT NULL CHECK (timed >= 0),
  total_us bigint NOT NULL CHECK (total_us >= 0),
  PRIMARY KEY (check_id, span, at, zone)
);

-- One outage, from the moment that enough zones agreed.
CREATE TABLE watch_incident (
  id       uuid PRIMARY KEY,
  check_id uuid NOT NULL REFERENCES watch_check (id),
  begun_at timestamptz NOT NULL,
  ended_at timestamptz CHECK (ended_at >= begun_at)
);
CREATE UNIQUE INDEX watch_incident_open ON watch_incident (check_id) WHERE ended_at IS NULL;
CREATE INDEX watch_incident_check ON watch_incident (check_id, begun_at DESC);
CREATE INDEX watch_incident_begun ON watch_incident (begun_at DESC);

-- The story of an incident, which only grows: what the machine saw, and what engineers say.
CREATE TABLE watch_incident_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES watch_incident (id),
  at          timestamptz NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('DOWN', 'RECOVERING', 'FLAPPING', 'UP', 'NOTE')),
  zones       text[] NOT NULL DEFAULT '{}',
  failure     text,
  number      int,
  note        text CHECK (length(note) BETWEEN 1 AND 1000),
  member_id   uuid,
  CHECK ((kind = 'NOTE') = (note IS NOT NULL))
);
CREATE INDEX watch_incident_step_incident ON watch_incident_step (incident_id, id);

-- Planned maintenance of one check, or of all of them. It is planned ahead, so that nothing that was
-- counted has to be counted again; it ends early by an earlier end.
CREATE TABLE watch_maintenance (
  id         uuid PRIMARY KEY,
  check_id   uuid REFERENCES watch_check (id),
  title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  begins_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL CHECK (ends_at >= begins_at),
  planned_at timestamptz NOT NULL DEFAULT now(),
  planned_by uuid
);
CREATE INDEX watch_maintenance_ends ON watch_maintenance (ends_at);

GRANT SELECT, INSERT, UPDATE ON watch_check, watch_state, watch_figure, watch_incident, watch_maintenance TO rempart_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON watch_zone_view TO rempart_app;
GRANT SELECT, INSERT ON watch_result, watch_incident_step TO rempart_app;

-- Makes the partitions of yesterday, today and the next week. What fell into the default one meanwhile moves.
CREATE FUNCTION rempart.make_watch_partitions(today date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  d date;
  part text;
  starts timestamptz;
  ends timestamptz;
  made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7310590);
  FOR d IN SELECT (today + n) FROM generate_series(-1, 7) n LOOP
    part := 'watch_result_' || to_char(d, 'YYYYMMDD');
    CONTINUE WHEN to_regclass('public.' || quote_ident(part)) IS NOT NULL;
    starts := d::timestamp AT TIME ZONE 'UTC';
    ends := (d + 1)::timestamp AT TIME ZONE 'UTC';
    LOCK TABLE public.watch_result, public.watch_result_default IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE public.%I (LIKE public.watch_result INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
    EXECUTE format(
      'WITH moved AS (DELETE FROM public.watch_result_default WHERE at >= %2$L AND at < %3$L RETURNING *) INSERT INTO public.%1$I SELECT * FROM moved',
      part, starts, ends);
    EXECUTE format('ALTER TABLE public.watch_result ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', part, starts, ends);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate()', part);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.make_watch_partitions(date) TO rempart_app;
