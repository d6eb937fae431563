-- Saved views of lists: filters, columns, order. Private to whoever made them, or shared with all. What they
-- are called and what they look for is customer data, and sealed.
CREATE TABLE saved_view (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- whose it is; others see it when it is shared
  owner_id       uuid NOT NULL,
  -- the kind of records that it lists
  kind           text NOT NULL,
  shared         boolean NOT NULL DEFAULT false,
  name           sealed_text NOT NULL,
  -- JSON: see eu.rempart.savedview.ViewContent
  content        sealed_text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX saved_view_list ON saved_view (kind, owner_id);
CREATE INDEX saved_view_change ON saved_view (change_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO rempart_app;
SELECT rempart.keep_history('saved_view');
