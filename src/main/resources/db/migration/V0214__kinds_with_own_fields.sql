-- The kinds of records that have fields of the organisation's own, in one place: those that came one after the other,
-- by migrations which did not know of each other.
ALTER TABLE custom_field DROP CONSTRAINT custom_field_records_check;
ALTER TABLE custom_field ADD CONSTRAINT custom_field_records_check
  CHECK (records <@ ARRAY['contact', 'company', 'deal', 'activity', 'document', 'product', 'quote']
    AND cardinality(records) > 0);
