-- Tags of documents, as of other records (decision record 0051): null where there are none.
ALTER TABLE document ADD COLUMN tags uuid[] CHECK (cardinality(tags) BETWEEN 1 AND 50);
SELECT rempart.keep_history('document');
