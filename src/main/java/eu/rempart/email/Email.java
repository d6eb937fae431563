package eu.rempart.email;

import eu.rempart.common.Trace;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail as it lies on one record.
 *
 * @param mailId the same wherever the mail lies
 * @param about the contact, company, deal or quote that it lies on
 * @param at when it was written, as it says itself
 * @param content what it says; or the short code of why it doesn't open
 * @param marked whether it has markup, which {@link EmailService#findAll} does not read
 */
public record Email(
    EmailId id,
    int version,
    UUID mailId,
    RecordRef about,
    Direction direction,
    EmailState state,
    Instant at,
    Opened<EmailContent> content,
    boolean marked,
    Trace created) {}
