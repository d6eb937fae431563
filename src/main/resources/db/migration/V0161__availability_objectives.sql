-- What availability is aimed at: a share of checks that are well, in thousandths of a per cent (99900 is
-- 99.9 %), over the last 30 days or over the month of the calendar. Null: nothing is aimed at.
ALTER TABLE watch_check
  ADD COLUMN objective int CHECK (objective BETWEEN 50000 AND 99999),
  ADD COLUMN objective_over text CHECK (objective_over IN ('THIRTY_DAYS', 'MONTH')),
  ADD CHECK ((objective IS NULL) = (objective_over IS NULL));
