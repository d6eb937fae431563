-- Activities: tasks, calls and meetings, and whom and what they are about. Texts are sealed; kind, times,
-- state, owner and what they are linked to are in clear, as the security page says.

CREATE TABLE activity (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  owner_id       uuid,
  kind           text NOT NULL CHECK (kind IN ('TASK', 'CALL', 'MEETING')),
  subject        sealed_text NOT NULL,
  -- Null for what has no date. Of a whole day its midnight in UTC, wherever its people are.
  starts_at      timestamptz,
  all_day        boolean NOT NULL DEFAULT false,
  -- IANA zone in which a time was meant; null for whole days
  zone           text,
  -- how long it takes; of whole days a multiple of 1440
  minutes        int CHECK (minutes BETWEEN 0 AND 44640),
  status         text NOT NULL CHECK (status IN ('OPEN', 'DONE', 'CANCELLED')),
  priority       text NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH')),
  -- of a call
  direction      text CHECK (direction IN ('OUTGOING', 'INCOMING')),
  -- a place, or a link to meet at
  place          sealed_text,
  description    sealed_text,
  -- Both follow from the status; see rempart.activity_stands.
  done_at        timestamptz,
  done_by        uuid,
  external_id    sealed_text,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK ((status = 'DONE') = (done_at IS NOT NULL)),
  CHECK ((zone IS NULL) = (starts_at IS NULL OR all_day)),
  CHECK (NOT all_day OR (starts_at IS NOT NULL
    AND date_trunc('day', starts_at AT TIME ZONE 'UTC') = starts_at AT TIME ZONE 'UTC'))
);
-- somebody's calendar, and everybody's
CREATE INDEX activity_owner_time ON activity (owner_id, starts_at, id) INCLUDE (minutes, status);
CREATE INDEX activity_time ON activity (starts_at, id) INCLUDE (minutes, status);
-- what is due and overdue
CREATE INDEX activity_due ON activity (owner_id, starts_at, id) WHERE status = 'OPEN';
CREATE INDEX activity_changed ON activity (changed_at DESC, id);
CREATE INDEX activity_change ON activity (change_id);

CREATE TABLE activity_contact (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  activity_id    uuid NOT NULL REFERENCES activity (id),
  contact_id     uuid NOT NULL REFERENCES contact (id),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (activity_id, contact_id)
);
CREATE INDEX activity_contact_contact ON activity_contact (contact_id);
CREATE INDEX activity_contact_change ON activity_contact (change_id);

CREATE TABLE activity_company (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  activity_id    uuid NOT NULL REFERENCES activity (id),
  company_id     uuid NOT NULL REFERENCES company (id),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (activity_id, company_id)
);
CREATE INDEX activity_company_company ON activity_company (company_id);
CREATE INDEX activity_company_change ON activity_company (change_id);

CREATE TABLE activity_deal (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  activity_id    uuid NOT NULL REFERENCES activity (id),
  deal_id        uuid NOT NULL REFERENCES deal (id),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (activity_id, deal_id)
);
CREATE INDEX activity_deal_deal ON activity_deal (deal_id);
CREATE INDEX activity_deal_change ON activity_deal (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON activity, activity_contact, activity_company, activity_deal TO rempart_app;

SELECT rempart.keep_history('activity');
SELECT rempart.keep_history('activity_contact', '{"activity_id": "activity", "contact_id": "contact"}');
SELECT rempart.keep_history('activity_company', '{"activity_id": "activity", "company_id": "company"}');
SELECT rempart.keep_history('activity_deal', '{"activity_id": "activity", "deal_id": "deal"}');
CREATE INDEX ON activity_contact_history (activity_id);
CREATE INDEX ON activity_contact_history (contact_id);
CREATE INDEX ON activity_contact_archive (activity_id);
CREATE INDEX ON activity_contact_archive (contact_id);
CREATE INDEX ON activity_company_history (activity_id);
CREATE INDEX ON activity_company_history (company_id);
CREATE INDEX ON activity_company_archive (activity_id);
CREATE INDEX ON activity_company_archive (company_id);
CREATE INDEX ON activity_deal_history (activity_id);
CREATE INDEX ON activity_deal_history (deal_id);
CREATE INDEX ON activity_deal_archive (activity_id);
CREATE INDEX ON activity_deal_archive (deal_id);

-- When something was done, and by whom, whoever writes; a writer that knows better (an import, the demo)
-- says so itself. Its name sorts before those of the triggers that keep history.
CREATE FUNCTION rempart.activity_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
BEGIN
  IF NEW.status <> 'DONE' THEN
    NEW.done_at := NULL;
    NEW.done_by := NULL;
  ELSIF TG_OP = 'INSERT' OR OLD.status <> 'DONE' THEN
    NEW.done_by := coalesce(NEW.done_by, CASE WHEN NEW.done_at IS NULL THEN rempart.actor() ELSE NEW.owner_id END);
    NEW.done_at := coalesce(NEW.done_at, clock_timestamp());
  END IF;
  RETURN NEW;
END
$body$;
CREATE TRIGGER activity_stands BEFORE INSERT OR UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION rempart.activity_stands();
