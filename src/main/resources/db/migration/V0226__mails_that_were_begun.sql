-- Which mail of a mailbox is being read, and how often that was begun: counted before it is read, so that one
-- that ends the process, or takes all the time there is, is passed over once it was begun three times.
ALTER TABLE mailbox
  ADD COLUMN begun_uid bigint CHECK (begun_uid > 0),
  ADD COLUMN begun int NOT NULL DEFAULT 0 CHECK (begun >= 0);
