-- Sums of a board read what is open, and what was closed of late: not the deals of all years.
CREATE INDEX deal_standing ON deal (pipeline_id, closed_at)
  INCLUDE (stage_id, currency, amount, owner_id, probability);
