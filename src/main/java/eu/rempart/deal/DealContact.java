package eu.rempart.deal;

import eu.rempart.contact.ContactId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes part in a deal.
 *
 * @param id of the link itself
 * @param version the optimistic lock number
 */
public record DealContact(
    UUID id, int version, DealId dealId, ContactId contactId, @Nullable DealContactRole role) {}
