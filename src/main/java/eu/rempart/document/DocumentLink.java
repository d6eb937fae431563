package eu.rempart.document;

import eu.rempart.history.RecordRef;
import java.util.UUID;

/**
 * That a document is about a record.
 *
 * @param id of the link itself
 * @param record a contact, a company or a deal
 */
public record DocumentLink(UUID id, DocumentId document, RecordRef record) {}
