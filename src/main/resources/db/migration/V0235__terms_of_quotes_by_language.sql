-- What new quotes say at their end, in each language of theirs (decision record 0214): JSON of texts by language.
-- Null where they say the same in all; letterhead.terms is for the languages that have none of their own.
ALTER TABLE letterhead ADD COLUMN terms_by_language sealed_text;
SELECT rempart.keep_history('letterhead');
