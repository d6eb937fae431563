-- Whoever merges two records may not see, or not change, everything that points at the one that goes: a colleague's
-- deal kept pointing at a company in the bin, and a link that nobody saw fell with its contact. The same where a
-- change is taken back. Both act on what the application was asked for by somebody who may merge these two, or whose
-- change it was; what only follows from that is done whole (decision record 0210). History names them, as before.
ALTER FUNCTION rempart.point_elsewhere(text, uuid, uuid) SECURITY DEFINER;
ALTER FUNCTION rempart.point_elsewhere(text, uuid, uuid) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION rempart.undo_change(uuid) SECURITY DEFINER;
ALTER FUNCTION rempart.undo_change(uuid) SET search_path = pg_catalog, public, pg_temp;
