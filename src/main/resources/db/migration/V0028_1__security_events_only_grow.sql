-- What the operator's tools do to the customer's data shows up as security events, so those tools must not take
-- them away. As in V0020 this is no lock, since an owner can drop a trigger: it refuses what plain DML would do
-- unseen. The one change that is let through is the one that rempart.truncate_addresses makes: of an address
-- that is older than a week only the network is left.
CREATE FUNCTION rempart.refuse_event_change() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.at < now() - interval '7 days'
      AND to_jsonb(NEW) - 'address' = to_jsonb(OLD) - 'address'
      AND NEW.address = network(set_masklen(OLD.address, CASE family(OLD.address) WHEN 4 THEN 24 ELSE 48 END)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% on % is refused: what happened is not taken back', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON security_event FOR EACH ROW EXECUTE FUNCTION rempart.refuse_event_change();
