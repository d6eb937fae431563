-- Whoever sees a part of the records took a folder for empty in which others' documents lie, and people for those of
-- one company who work at another one that they do not see: both went to the bin. These two look past the guards, and
-- tell no more than that there is something, or whom of those who are known.
CREATE FUNCTION rempart.holds_documents(folder uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM public.document d WHERE d.folder_id = folder)
    OR EXISTS (SELECT FROM public.document_folder f WHERE f.parent_id = folder)
$$;

CREATE FUNCTION rempart.people_only_of(companies uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT DISTINCT l.contact_id FROM public.contact_company l
  WHERE l.company_id = ANY (companies) AND NOT EXISTS (
    SELECT FROM public.contact_company o WHERE o.contact_id = l.contact_id AND o.company_id <> ALL (companies))
$$;
GRANT EXECUTE ON FUNCTION rempart.holds_documents(uuid), rempart.people_only_of(uuid[]) TO rempart_app;
