-- How often an incident was opened: what calls people until somebody answers is told of each opening as
-- of another alert (record 0143).
ALTER TABLE alert_incident ADD openings int NOT NULL DEFAULT 1 CHECK (openings >= 1);
-- of which opening a message tells
ALTER TABLE alert_message ADD opening int NOT NULL DEFAULT 1 CHECK (opening >= 1);
