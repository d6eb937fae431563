package eu.rempart.contact;

import eu.rempart.company.CompanyId;
import java.util.UUID;

/** A link to be made. */
public record NewLink(UUID id, ContactId contactId, CompanyId companyId, LinkData data) {}
