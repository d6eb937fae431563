-- A feed tells subjects only where its member said so with the key in hand: whoever writes a line into this
-- table, or another word into one, reads times, as they could before.
ALTER TABLE calendar_feed ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
-- member, what is told and the hash of the link again, sealed; feeds of before tell times until it is said anew
ALTER TABLE calendar_feed ADD COLUMN proof sealed_text;
