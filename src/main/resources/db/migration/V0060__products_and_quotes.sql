-- Products, quotes, and the head of the firm's letters. Texts, customers and lines are sealed; prices, totals,
-- states, numbers and dates are in clear, as the security page says. The lines of a quote are one sealed text of
-- its row, so that a quote is issued, frozen, versioned, restored and compared as the whole that it is (decision
-- record 0062).

CREATE TABLE product (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  name           sealed_text NOT NULL,
  code           sealed_text,
  description    sealed_text,
  unit           sealed_text,
  -- without tax
  price          numeric(18, 4) CHECK (price >= 0),
  currency       text CHECK (currency ~ '^[A-Z]{3}$'),
  vat_category   text CHECK (vat_category IN ('STANDARD', 'ZERO', 'EXEMPT', 'REVERSE_CHARGE', 'INTRA_COMMUNITY', 'EXPORT', 'OUTSIDE')),
  -- in percent; null where the customer's country decides
  vat_rate       numeric(5, 2) CHECK (vat_rate BETWEEN 0 AND 100),
  -- whether new quotes may offer it
  offered        boolean NOT NULL DEFAULT true,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK ((price IS NULL) = (currency IS NULL)),
  CHECK ((vat_category IS NULL) = (vat_rate IS NULL))
);
CREATE INDEX product_changed ON product (changed_at DESC, id);
CREATE INDEX product_change ON product (change_id);

-- One row: what the firm says of itself on its documents.
CREATE TABLE letterhead (
  id              uuid PRIMARY KEY,
  version         int NOT NULL DEFAULT 1,
  name            sealed_text NOT NULL,
  address         sealed_text,
  -- ISO 3166-1 alpha-2
  country         sealed_text,
  vat_number      sealed_text,
  register_number sealed_text,
  email           sealed_text,
  phone           sealed_text,
  website         sealed_text,
  bank            sealed_text,
  -- at the foot of each page
  footer          sealed_text,
  -- what a new quote says at its end, until somebody changes it there
  terms           sealed_text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  created_by      uuid,
  created_source  text NOT NULL DEFAULT 'manual',
  changed_at      timestamptz NOT NULL DEFAULT now(),
  changed_by      uuid,
  change_source   text NOT NULL DEFAULT 'manual',
  change_reason   text,
  change_id       uuid
);
CREATE INDEX letterhead_change ON letterhead (change_id);

CREATE TABLE quote (
  id               uuid PRIMARY KEY,
  version          int NOT NULL DEFAULT 1,
  owner_id         uuid,
  title            sealed_text NOT NULL,
  -- Soft references: what a quote says stands in the quote itself.
  company_id       uuid,
  contact_id       uuid,
  deal_id          uuid,
  -- the issued quote that this one takes the place of
  revises_id       uuid,
  state            text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'ISSUED', 'ACCEPTED', 'DECLINED', 'REVISED')),
  -- year and place in it, given when it is issued: see rempart.hold_issued_quote
  series           int,
  serial           int CHECK (serial > 0),
  number           text,
  issued_on        date,
  -- the last day on which it can be accepted
  valid_until      date,
  answered_on      date,
  -- BCP 47, of the document
  language         text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  customer_name    sealed_text,
  customer_address sealed_text,
  -- ISO 3166-1 alpha-2
  customer_country sealed_text,
  customer_vat     sealed_text,
  introduction     sealed_text,
  terms            sealed_text,
  -- why something is exempt of VAT
  vat_reason       sealed_text,
  currency         text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- JSON: see eu.rempart.quote.LinesText
  lines            sealed_text,
  discount_percent numeric(5, 2) CHECK (discount_percent BETWEEN 0 AND 100),
  discount_amount  numeric(18, 4) CHECK (discount_amount >= 0),
  -- what the lines come to, for lists and sums; documents are reckoned anew from the lines
  net              numeric(18, 4) NOT NULL,
  tax              numeric(18, 4) NOT NULL,
  total            numeric(18, 4) NOT NULL,
  -- the letterhead as it was on the day of issue, as JSON
  seller           sealed_text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  created_by       uuid,
  created_source   text NOT NULL DEFAULT 'manual',
  changed_at       timestamptz NOT NULL DEFAULT now(),
  changed_by       uuid,
  change_source    text NOT NULL DEFAULT 'manual',
  change_reason    text,
  change_id        uuid,
  UNIQUE (series, serial),
  CHECK (discount_percent IS NULL OR discount_amount IS NULL),
  CHECK ((state = 'DRAFT') = (number IS NULL)),
  CHECK (num_nulls(series, serial, number, issued_on, seller) IN (0, 5)),
  CHECK ((state IN ('ACCEPTED', 'DECLINED')) = (answered_on IS NOT NULL))
);
CREATE INDEX quote_company ON quote (company_id, changed_at DESC, id) WHERE company_id IS NOT NULL;
CREATE INDEX quote_deal ON quote (deal_id, changed_at DESC, id) WHERE deal_id IS NOT NULL;
CREATE INDEX quote_contact ON quote (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX quote_revises ON quote (revises_id) WHERE revises_id IS NOT NULL;
CREATE INDEX quote_changed ON quote (changed_at DESC, id);
CREATE INDEX quote_change ON quote (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON product, letterhead, quote TO rempart_app;

SELECT rempart.keep_history('product');
SELECT rempart.keep_history('letterhead');
SELECT rempart.keep_history('quote');
SELECT rempart.guard('quote');

-- The last number that each year gave. Only the trigger below writes it: the row stays locked until the
-- transaction that took a number ends, so that a rolled back one gives it back and no number is left out.
CREATE TABLE rempart.quote_series (
  year int PRIMARY KEY,
  last int NOT NULL CHECK (last > 0)
);

-- Whoever writes: a quote begins as a draft; issuing gives it the next number of its year; from then on it says
-- what it says for good, and neither goes back to being a draft nor to the bin. What people did with it (answers,
-- whose it is, which records it belongs to) still changes. Its name sorts before those of the triggers that keep
-- history, so that these see the whole row.
CREATE FUNCTION rempart.hold_issued_quote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  free text[] := ARRAY['owner_id', 'company_id', 'contact_id', 'deal_id', 'state', 'answered_on', 'version',
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
CREATE TRIGGER hold_issued BEFORE INSERT OR UPDATE OR DELETE ON quote
  FOR EACH ROW EXECUTE FUNCTION rempart.hold_issued_quote();
