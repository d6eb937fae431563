-- What is on its way to guests of a meeting is for whoever may see the meeting, be it in the bin, and the contact
-- to whom it goes. The queue works for nobody, and sees all.
ALTER TABLE invitation_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY guard_all ON invitation_mail FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded())
    OR (rempart.sees('activity', activity_id) AND (contact_id IS NULL OR rempart.sees('contact', contact_id))))
  WITH CHECK (true);
