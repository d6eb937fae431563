-- What a deal is about, line by line, and whether its amount is what they come to (decision record 0202). The lines are
-- one sealed text of the deal, as those of a quote are (0062).
ALTER TABLE deal
  -- JSON: see eu.rempart.deal.line.DealLinesText; null where there are none
  ADD COLUMN lines sealed_text,
  -- null where the amount is written by hand
  ADD COLUMN amount_by text CHECK (amount_by = 'PRODUCTS');
SELECT rempart.keep_history('deal');
