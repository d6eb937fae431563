-- What is looked at every few seconds among a million events a day: those that may become incidents.
CREATE INDEX security_event_alert ON security_event (at, id)
  WHERE severity = 'ALARM' OR kind IN ('edge.flood.over', 'edge.banned', 'security.events.lost');
