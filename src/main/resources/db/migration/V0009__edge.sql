-- What administrators say about who may come, what the machine found out by itself, and what came.
-- Networks are text as PostgreSQL's cidr writes them, so that every reader compares the same form.

CREATE FUNCTION rempart.is_network(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT
AS $$
BEGIN
  RETURN value = value::cidr::text;
EXCEPTION WHEN invalid_text_representation THEN
  RETURN false;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.is_network(text) TO rempart_app;

-- How a country, or a group of countries, is treated; what has no row is treated normally.
CREATE TABLE edge_rule (
  id         uuid PRIMARY KEY,
  version    int NOT NULL DEFAULT 1,
  -- two letters of a country, ZZ where it is not known, or a group
  target     text NOT NULL UNIQUE CHECK (target ~ '^([A-Z]{2}|home|europe|others)$'),
  treatment  text NOT NULL CHECK (treatment IN ('NORMAL', 'SLOWED', 'SECOND_FACTOR', 'REFUSED')),
  factor     int CHECK (factor BETWEEN 2 AND 100),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  expires_at timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid,
  CHECK ((treatment = 'SLOWED') = (factor IS NOT NULL))
);

-- Networks that are never refused, slowed or banned.
CREATE TABLE edge_allowed (
  id         uuid PRIMARY KEY,
  version    int NOT NULL DEFAULT 1,
  network    text NOT NULL UNIQUE CHECK (rempart.is_network(network)),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  expires_at timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid
);

-- Bans, and their first step: being slowed. Rows stay, for the next one of the same network is longer.
CREATE TABLE edge_ban (
  id         uuid PRIMARY KEY,
  version    int NOT NULL DEFAULT 1,
  network    text NOT NULL CHECK (rempart.is_network(network)),
  place      text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  step       text NOT NULL CHECK (step IN ('SLOWED', 'BANNED')),
  -- what it was for: a detector's name, or "by-hand"
  cause      text NOT NULL CHECK (cause ~ '^[a-z][a-z-]{0,39}$'),
  -- the parameters of the sentence that explains it: numbers and counts
  evidence   jsonb NOT NULL DEFAULT '{}',
  reason     text CHECK (length(reason) BETWEEN 1 AND 500),
  repetition int NOT NULL DEFAULT 1 CHECK (repetition >= 1),
  begun_at   timestamptz NOT NULL,
  until_at   timestamptz NOT NULL CHECK (until_at > begun_at),
  -- null: the machine
  imposed_by uuid,
  lifted_at  timestamptz,
  lifted_by  uuid,
  lift_reason text CHECK (length(lift_reason) BETWEEN 1 AND 500)
);
CREATE INDEX edge_ban_until ON edge_ban (until_at) WHERE lifted_at IS NULL;
CREATE INDEX edge_ban_network ON edge_ban (network, begun_at DESC);

-- Limits and the like; what has no row has its default (eu.rempart.edge.rule.Limit).
CREATE TABLE edge_setting (
  name       text PRIMARY KEY,
  value      text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid
);

-- Where members signed in from, for 30 days: they go first when it gets crowded.
CREATE TABLE known_source (
  network   text NOT NULL CHECK (rempart.is_network(network)),
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  place     text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  last_seen date NOT NULL,
  PRIMARY KEY (network, member_id)
);
CREATE INDEX known_source_seen ON known_source (last_seen);

-- Counts of five minutes, added up over all nodes.
CREATE TABLE edge_traffic (
  at      timestamptz NOT NULL,
  place   text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  measure text NOT NULL,
  count   bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (at, place, measure)
);

-- The busiest sources of five minutes, at most some hundreds.
CREATE TABLE edge_source (
  at          timestamptz NOT NULL,
  network     text NOT NULL CHECK (rempart.is_network(network)),
  place       text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  connections int NOT NULL,
  refused     int NOT NULL,
  requests    int NOT NULL,
  -- the most at the same time, and within a second
  at_once     int NOT NULL,
  fastest     int NOT NULL,
  PRIMARY KEY (at, network)
);
CREATE INDEX edge_source_network ON edge_source (network);

GRANT SELECT, INSERT, UPDATE, DELETE ON edge_rule, edge_allowed, edge_setting, known_source, edge_traffic, edge_source TO rempart_app;
GRANT SELECT, INSERT, UPDATE ON edge_ban TO rempart_app;

-- Every node hears at once of what the gates go by.
CREATE FUNCTION rempart.edge_notify() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('rempart_edge', TG_TABLE_NAME);
  RETURN NULL;
END
$$;
CREATE TRIGGER notify_edge AFTER INSERT OR UPDATE OR DELETE ON edge_rule FOR EACH STATEMENT EXECUTE FUNCTION rempart.edge_notify();
CREATE TRIGGER notify_edge AFTER INSERT OR UPDATE OR DELETE ON edge_allowed FOR EACH STATEMENT EXECUTE FUNCTION rempart.edge_notify();
CREATE TRIGGER notify_edge AFTER INSERT OR UPDATE ON edge_ban FOR EACH STATEMENT EXECUTE FUNCTION rempart.edge_notify();
CREATE TRIGGER notify_edge AFTER INSERT OR UPDATE OR DELETE ON edge_setting FOR EACH STATEMENT EXECUTE FUNCTION rempart.edge_notify();
CREATE TRIGGER notify_edge AFTER INSERT ON known_source FOR EACH STATEMENT EXECUTE FUNCTION rempart.edge_notify();

-- Addresses are personal data: after the time given only their networks are left (/24 and /48), and
-- what was counted of single sources goes. Answers how many rows it changed. The application may not
-- touch security events otherwise.
CREATE FUNCTION rempart.truncate_addresses(before timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
  total bigint := 0;
BEGIN
  -- nobody can have younger addresses forgotten by this
  IF before > now() - interval '7 days' THEN
    RAISE EXCEPTION 'addresses are kept whole for 7 days at least' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  UPDATE public.security_event e SET address = network(set_masklen(e.address, CASE family(e.address) WHEN 4 THEN 24 ELSE 48 END))
  WHERE e.at < before AND masklen(e.address) > CASE family(e.address) WHEN 4 THEN 24 ELSE 48 END;
  GET DIAGNOSTICS n = ROW_COUNT;
  total := total + n;
  UPDATE public.edge_ban b
  SET network = network(set_masklen(b.network::inet, CASE family(b.network::inet) WHEN 4 THEN 24 ELSE 48 END))::text
  WHERE b.until_at < before AND masklen(b.network::inet) > CASE family(b.network::inet) WHEN 4 THEN 24 ELSE 48 END;
  GET DIAGNOSTICS n = ROW_COUNT;
  total := total + n;
  DELETE FROM public.edge_source s WHERE s.at < before;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN total + n;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.truncate_addresses(timestamptz) TO rempart_app;
