package eu.rempart.note;

import eu.rempart.history.RecordRef;
import eu.rempart.richtext.RichText;

/**
 * A note to be kept.
 *
 * @param about a contact, company or deal
 */
public record NewNote(NoteId id, RecordRef about, RichText body, boolean pinned) {}
