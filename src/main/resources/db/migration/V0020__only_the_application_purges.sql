-- Only an administrator of the firm empties the bin, and signs in to the application to do so. The owner role
-- could name any of them as the actor, and the ledger would have blamed whoever was named. Like the refusals
-- of V0002 this is no lock, since an owner can drop a trigger: it keeps the operator's tools from doing it by
-- DML, unseen.
CREATE FUNCTION rempart.refuse_purge_from_outside() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF session_user <> 'rempart_app' THEN
    RAISE EXCEPTION '% on % is refused for %: an administrator empties the bin in the application', TG_OP, TG_TABLE_NAME, session_user
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER only_the_application BEFORE INSERT OR UPDATE OR DELETE ON purge_request
  FOR EACH ROW EXECUTE FUNCTION rempart.refuse_purge_from_outside();
