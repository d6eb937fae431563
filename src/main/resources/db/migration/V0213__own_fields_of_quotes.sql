-- Quotes have fields of the organisation's own, as products do (decision records 0075 and 0208): null where there are
-- none. No column that still changes once the quote is issued: see rempart.hold_issued_quote.
-- Which kinds a field may be of, V0214 says.
ALTER TABLE quote ADD COLUMN custom sealed_text;
SELECT rempart.keep_history('quote');
