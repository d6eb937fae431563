-- The events of a country or of a network, the newest first. Where there are few, a list by time alone
-- would be read to its end for them.
CREATE INDEX security_event_place ON security_event ((detail ->> 'place'), at DESC)
  WHERE (detail ->> 'place') IS NOT NULL;
CREATE INDEX security_event_network ON security_event USING spgist (network(address));
