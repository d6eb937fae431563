-- Proves that Rempart set the idle time itself (HMAC under the server's pepper). Without it, as after this update, or
-- with a wrong one the time may be shorter than 15 minutes and never longer, until an administrator sets it again.
ALTER TABLE vault ADD COLUMN idle_mac bytea;
