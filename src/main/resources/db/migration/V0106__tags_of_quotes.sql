-- Tags of quotes, as of other records (decision record 0051): null where there are none.
ALTER TABLE quote ADD COLUMN tags uuid[] CHECK (cardinality(tags) BETWEEN 1 AND 50);
SELECT rempart.keep_history('quote');

-- As in V0060; what people sort quotes by is not what a quote says, so an issued one may be tagged.
CREATE OR REPLACE FUNCTION rempart.hold_issued_quote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  free text[] := ARRAY['owner_id', 'company_id', 'contact_id', 'deal_id', 'state', 'answered_on', 'tags', 'version',
    'created_at', 'created_by', 'created_source', 'changed_at', 'changed_by', 'change_source', 'change_reason', 'change_id'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'quote % is issued and stays', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'quote % begins as %, and not as a draft', NEW.id, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'DRAFT' THEN
    IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
      RAISE EXCEPTION 'quote % is issued and never changes', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state AND (NEW.state = 'DRAFT' OR OLD.state = 'REVISED'
        OR (OLD.state <> 'ISSUED' AND NEW.state NOT IN ('ISSUED', 'REVISED'))) THEN
      RAISE EXCEPTION 'quote % is %, and does not become %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'ISSUED' THEN
    IF NEW.issued_on IS NULL THEN
      RAISE EXCEPTION 'quote % is issued without a day', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    NEW.series := extract(year FROM NEW.issued_on);
    INSERT INTO rempart.quote_series AS s (year, last) VALUES (NEW.series, 1)
    ON CONFLICT (year) DO UPDATE SET last = s.last + 1
    RETURNING last INTO NEW.serial;
    NEW.number := NEW.series || '-' || lpad(NEW.serial::text, greatest(4, length(NEW.serial::text)), '0');
  ELSIF NEW.state <> 'DRAFT' THEN
    RAISE EXCEPTION 'quote % is a draft, and does not become %', OLD.id, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$body$;
