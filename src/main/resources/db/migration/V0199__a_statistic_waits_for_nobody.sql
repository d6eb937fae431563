-- As in V0198, but a table that is being vacuumed, analysed or indexed is left as it is: these hold the lock that
-- ANALYZE wants for as long as they take, and an index that is built beside the work waits for older transactions in
-- its turn. The import would wait with all its locks held, or be the one that a deadlock ends, for a statistic.
CREATE OR REPLACE FUNCTION rempart.analyse_grown(tables text[], added bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  grown text;
BEGIN
  FOR grown IN
    SELECT k.name
    FROM unnest(tables, added) AS t (name, added)
    JOIN rempart.kept_table k ON k.name = t.name
    JOIN pg_class c ON c.oid = ('public.' || quote_ident(k.name))::regclass
    WHERE t.added >= 500 AND t.added >= c.reltuples
    ORDER BY k.position
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', grown);
  END LOOP;
END
$body$;
