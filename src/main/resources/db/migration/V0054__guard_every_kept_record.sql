-- Guards every kept table that says whose its rows are: by an owner, or by a guarded record that they belong
-- to. Pipelines, teams, roles and tags are everybody's; saved views are shared or not by whoever made them.
DO $$
DECLARE
  k record;
BEGIN
  FOR k IN SELECT t.name FROM rempart.kept_table t ORDER BY t.position LOOP
    IF ('owner_id' = ANY (rempart.columns_of(k.name)) AND k.name <> 'saved_view')
       OR EXISTS (SELECT FROM rempart.kept_table t, jsonb_each_text(t.belongs_to) b
                  JOIN pg_class p ON p.oid = ('public.' || quote_ident(b.value))::regclass
                  WHERE t.name = k.name AND p.relrowsecurity) THEN
      PERFORM rempart.guard(k.name);
    END IF;
  END LOOP;
END
$$;

-- As in V0045; the draft of a new note is filed under the record that the note will be about.
DROP POLICY guard_all ON draft;
CREATE POLICY guard_all ON draft FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR record_id IS NULL OR rempart.sees(kind, record_id)
    OR (kind = 'note' AND (rempart.sees('contact', record_id) OR rempart.sees('company', record_id) OR rempart.sees('deal', record_id))))
  WITH CHECK (true);
