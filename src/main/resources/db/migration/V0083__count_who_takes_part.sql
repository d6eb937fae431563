-- How many take part in a meeting, those included whom whoever asks may not see: a number alone, by which is known
-- that not everybody could be told.
CREATE FUNCTION rempart.attendees(meeting uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT count(*) FROM public.activity_attendee WHERE activity_id = meeting $$;
GRANT EXECUTE ON FUNCTION rempart.attendees(uuid) TO rempart_app;
