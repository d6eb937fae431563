-- Until now an invitation's row and its link together opened the organisation's key, whoever held them. From now on
-- the server's pepper is needed too. What was made the former way is taken back; its link says that it was withdrawn,
-- and an administrator makes a new one. Those of engineers carry no key and stay.
UPDATE invitation SET revoked_at = now(), org_key_wrap = NULL
WHERE used_at IS NULL AND revoked_at IS NULL AND org_key_wrap IS NOT NULL;
UPDATE invitation SET org_key_wrap = NULL WHERE org_key_wrap IS NOT NULL;
