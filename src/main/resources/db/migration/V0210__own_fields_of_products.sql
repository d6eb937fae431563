-- Products have fields of the organisation's own, as contacts, companies, deals and activities do (decision records
-- 0075 and 0208): null where there are none.
ALTER TABLE product ADD COLUMN custom sealed_text;
SELECT rempart.keep_history('product');

ALTER TABLE custom_field DROP CONSTRAINT custom_field_records_check;
ALTER TABLE custom_field ADD CONSTRAINT custom_field_records_check
  CHECK (records <@ ARRAY['contact', 'company', 'deal', 'activity', 'product'] AND cardinality(records) > 0);
