-- Quotes have fields of the organisation's own, as products do (decision records 0075 and 0208): null where there are
-- none. No column that still changes once the quote is issued: see rempart.hold_issued_quote.
ALTER TABLE quote ADD COLUMN custom sealed_text;
SELECT rempart.keep_history('quote');

ALTER TABLE custom_field DROP CONSTRAINT custom_field_records_check;
ALTER TABLE custom_field ADD CONSTRAINT custom_field_records_check
  CHECK (records <@ ARRAY['contact', 'company', 'deal', 'activity', 'product', 'quote'] AND cardinality(records) > 0);
