-- What whoever takes an occurrence out of a series, or lets the rest go on by itself, does not see of what it is about
-- and whom it asks, stayed behind: a colleague's deal did not have it any more, and a guest was not asked. These give
-- it what it lacks, and tell nothing of that. Guests with an address of their own, which is sealed for their row, are
-- seen by everybody who sees the meeting.
CREATE FUNCTION rempart.take_along(series uuid, taken uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $body$
BEGIN
  INSERT INTO public.activity_contact (id, activity_id, contact_id)
  SELECT gen_random_uuid(), taken, l.contact_id FROM public.activity_contact l WHERE l.activity_id = series
  ON CONFLICT (activity_id, contact_id) DO NOTHING;
  INSERT INTO public.activity_company (id, activity_id, company_id)
  SELECT gen_random_uuid(), taken, l.company_id FROM public.activity_company l WHERE l.activity_id = series
  ON CONFLICT (activity_id, company_id) DO NOTHING;
  INSERT INTO public.activity_deal (id, activity_id, deal_id)
  SELECT gen_random_uuid(), taken, l.deal_id FROM public.activity_deal l WHERE l.activity_id = series
  ON CONFLICT (activity_id, deal_id) DO NOTHING;
END
$body$;

CREATE FUNCTION rempart.ask_along(series uuid, taken uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
  INSERT INTO public.activity_attendee (id, activity_id, contact_id, answer, answered_at)
  SELECT gen_random_uuid(), taken, a.contact_id, a.answer, a.answered_at
  FROM public.activity_attendee a WHERE a.activity_id = series AND a.contact_id IS NOT NULL
  ON CONFLICT (activity_id, contact_id) DO NOTHING
$$;
GRANT EXECUTE ON FUNCTION rempart.take_along(uuid, uuid), rempart.ask_along(uuid, uuid) TO rempart_app;
