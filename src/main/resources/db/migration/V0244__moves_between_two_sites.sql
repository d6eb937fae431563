-- Where the database leads and how many copies there are, as the application saw it; whichever node sees something
-- first writes it, once. Both tables only grow.

-- One row for each timeline of PostgreSQL that was seen to lead.
CREATE TABLE site_move (
  timeline  bigint PRIMARY KEY CHECK (timeline > 0),
  at        timestamptz NOT NULL,
  -- null for the first that anybody saw
  from_site text CHECK (length(from_site) BETWEEN 1 AND 63),
  to_site   text NOT NULL CHECK (length(to_site) BETWEEN 1 AND 63),
  -- for how long nobody led, in milliseconds; null where nobody was there to see
  gap_ms    bigint CHECK (gap_ms >= 0)
);

-- One row for each time that the second copy was lost or was complete again.
CREATE TABLE site_copy (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  -- whether what commits is on both servers
  complete boolean NOT NULL
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON site_move FOR EACH ROW EXECUTE FUNCTION rempart.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON site_move FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON site_copy FOR EACH ROW EXECUTE FUNCTION rempart.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON site_copy FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
GRANT SELECT, INSERT ON site_move, site_copy TO rempart_app;

-- How far each copy is behind: bytes that are not on its disk yet, and milliseconds that the last commit took to get
-- there. Nothing else of the view is for the application. Where the owner may not read statistics the answer is empty
-- (record 0246).
CREATE FUNCTION rempart.copy_lag() RETURNS TABLE (name text, bytes bigint, millis bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT application_name,
    greatest(pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn), 0)::bigint,
    round(extract(epoch FROM coalesce(flush_lag, interval '0')) * 1000)::bigint
  FROM pg_stat_replication
  WHERE state = 'streaming' AND flush_lsn IS NOT NULL AND NOT pg_is_in_recovery()
$$;
REVOKE EXECUTE ON FUNCTION rempart.copy_lag() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rempart.copy_lag() TO rempart_app;
