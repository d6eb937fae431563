-- As in V0054; the draft of a mail, too, is filed under the record that the mail is written from. Whoever sees
-- a part of the records alone did not find again what they had begun to write.
DROP POLICY guard_all ON draft;
CREATE POLICY guard_all ON draft FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR record_id IS NULL OR rempart.sees(kind, record_id)
    OR (kind IN ('note', 'email')
      AND (rempart.sees('contact', record_id) OR rempart.sees('company', record_id) OR rempart.sees('deal', record_id))))
  WITH CHECK (true);
