-- Activities have fields of the organisation's own, as contacts, companies and deals do (decision record 0075): null
-- where there are none.
ALTER TABLE activity ADD COLUMN custom sealed_text;
SELECT rempart.keep_history('activity');

ALTER TABLE custom_field DROP CONSTRAINT custom_field_records_check;
ALTER TABLE custom_field ADD CONSTRAINT custom_field_records_check
  CHECK (records <@ ARRAY['contact', 'company', 'deal', 'activity'] AND cardinality(records) > 0);
