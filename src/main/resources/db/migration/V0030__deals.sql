-- Deals, and the pipelines whose stages they go through. Names are sealed; amounts, stages, owners and
-- times are in clear, as the security page says.

CREATE TABLE pipeline (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  name           sealed_text NOT NULL,
  position       int NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX pipeline_change ON pipeline (change_id);

CREATE TABLE pipeline_stage (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  pipeline_id    uuid NOT NULL REFERENCES pipeline (id),
  name           sealed_text NOT NULL,
  position       int NOT NULL,
  tone           int NOT NULL CHECK (tone BETWEEN 0 AND 7),
  probability    int NOT NULL CHECK (probability BETWEEN 0 AND 100),
  kind           text NOT NULL CHECK (kind IN ('OPEN', 'WON', 'LOST')),
  -- after so many days in it a deal wants care; null where it may rest
  rotting_days   int CHECK (rotting_days BETWEEN 1 AND 3650),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX pipeline_stage_pipeline ON pipeline_stage (pipeline_id);
CREATE INDEX pipeline_stage_change ON pipeline_stage (change_id);
-- a deal that is won, or lost, goes to the one place for it
CREATE UNIQUE INDEX pipeline_stage_end ON pipeline_stage (pipeline_id, kind) WHERE kind <> 'OPEN';

CREATE TABLE deal (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  owner_id       uuid,
  name           sealed_text NOT NULL,
  -- A soft reference: an archived company keeps its place and is shown as archived.
  company_id     uuid,
  amount         numeric(18, 2) CHECK (amount >= 0),
  currency       text CHECK (currency ~ '^[A-Z]{3}$'),
  -- No stage goes while a deal stands in it.
  stage_id       uuid NOT NULL REFERENCES pipeline_stage (id),
  -- Both follow from the stage; see rempart.deal_stands.
  pipeline_id    uuid NOT NULL,
  state          text NOT NULL CHECK (state IN ('OPEN', 'WON', 'LOST')),
  stage_since    timestamptz NOT NULL,
  -- the open stage that a closed deal was in
  stage_before   uuid,
  closed_at      timestamptz,
  -- place in its column of the board, ascending
  position       numeric NOT NULL,
  -- in place of the stage's
  probability    int CHECK (probability BETWEEN 0 AND 100),
  expected_close date,
  source         sealed_text,
  lost_reason    sealed_text,
  description    sealed_text,
  external_id    sealed_text,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK ((state = 'OPEN') = (closed_at IS NULL))
);
CREATE INDEX deal_board ON deal (stage_id, position, id);
-- answers the sums of a board without reading what is sealed
CREATE INDEX deal_sums ON deal (pipeline_id, stage_id, currency)
  INCLUDE (amount, owner_id, closed_at, expected_close, probability);
CREATE INDEX deal_closed ON deal (stage_id, closed_at DESC, id) WHERE state <> 'OPEN';
CREATE INDEX deal_expected ON deal (expected_close, id) WHERE state = 'OPEN';
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX deal_changed ON deal (changed_at DESC, id);
CREATE INDEX deal_change ON deal (change_id);

CREATE TABLE deal_contact (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  deal_id        uuid NOT NULL REFERENCES deal (id),
  contact_id     uuid NOT NULL REFERENCES contact (id),
  role           text CHECK (role IN ('DECISION_MAKER', 'EVALUATOR', 'INFLUENCER', 'OTHER')),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (deal_id, contact_id)
);
CREATE INDEX deal_contact_contact ON deal_contact (contact_id);
CREATE INDEX deal_contact_change ON deal_contact (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON pipeline, pipeline_stage, deal, deal_contact TO rempart_app;

SELECT rempart.keep_history('pipeline');
SELECT rempart.keep_history('pipeline_stage', '{"pipeline_id": "pipeline"}');
SELECT rempart.keep_history('deal');
SELECT rempart.keep_history('deal_contact', '{"deal_id": "deal", "contact_id": "contact"}');
CREATE INDEX ON deal_contact_history (deal_id);
CREATE INDEX ON deal_contact_history (contact_id);
CREATE INDEX ON deal_contact_archive (deal_id);
CREATE INDEX ON deal_contact_archive (contact_id);

-- What follows from the stage that a deal stands in, whoever writes: pipeline, state, since when, when it
-- was closed and where it stood before, its place on the board. A writer that knows better (an import, the
-- demo) says since when and closed when itself. Its name sorts before those of the triggers that keep
-- history, so that these see the whole row.
CREATE FUNCTION rempart.deal_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  stage record;
  moved boolean := true;
  now_at timestamptz := clock_timestamp();
BEGIN
  -- whoever removes the stage at this moment is waited for
  SELECT s.id, s.pipeline_id, s.kind INTO stage FROM public.pipeline_stage s WHERE s.id = NEW.stage_id FOR KEY SHARE;
  IF NOT FOUND AND (rempart.setting('keeper') = 'restore' OR rempart.setting('reason') IN ('undo', 'put-back')) THEN
    -- It comes back to a stage that is gone: the first of that kind in its pipeline, else in any.
    SELECT s.id, s.pipeline_id, s.kind INTO stage
    FROM public.pipeline_stage s JOIN public.pipeline p ON p.id = s.pipeline_id
    WHERE s.kind = NEW.state
    ORDER BY s.pipeline_id <> NEW.pipeline_id, p.position, s.position, s.id
    LIMIT 1 FOR KEY SHARE OF s;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the stage % of a deal is not there', NEW.stage_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  NEW.stage_id := stage.id;
  NEW.pipeline_id := stage.pipeline_id;
  NEW.state := stage.kind;

  IF TG_OP = 'UPDATE' THEN
    moved := NEW.stage_id <> OLD.stage_id;
    IF moved AND NEW.stage_since = OLD.stage_since THEN
      NEW.stage_since := now_at;
    END IF;
    IF moved AND OLD.state = 'OPEN' THEN
      NEW.stage_before := OLD.stage_id;
    END IF;
    IF moved AND NEW.closed_at IS NOT DISTINCT FROM OLD.closed_at THEN
      NEW.closed_at := NEW.stage_since;
    END IF;
    IF moved AND NEW.position = OLD.position THEN
      NEW.position := NULL;
    END IF;
  END IF;
  NEW.stage_since := coalesce(NEW.stage_since, now_at);
  IF NEW.state = 'OPEN' THEN
    NEW.closed_at := NULL;
    NEW.stage_before := NULL;
  ELSE
    NEW.closed_at := coalesce(NEW.closed_at, NEW.stage_since);
  END IF;
  IF NEW.state <> 'LOST' THEN
    NEW.lost_reason := NULL;
  END IF;
  -- on top, where it is seen
  IF NEW.position IS NULL THEN
    NEW.position := coalesce((SELECT d.position FROM public.deal d WHERE d.stage_id = NEW.stage_id
                              ORDER BY d.position LIMIT 1), 0) - 1;
  END IF;
  RETURN NEW;
END
$body$;
CREATE TRIGGER deal_stands BEFORE INSERT OR UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION rempart.deal_stands();
