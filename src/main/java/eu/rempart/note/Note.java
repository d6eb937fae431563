package eu.rempart.note;

import eu.rempart.common.Trace;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordRef;
import eu.rempart.richtext.RichText;

/**
 * A note as it stands.
 *
 * @param version the optimistic lock number
 * @param about the contact, company or deal that it is about
 * @param body what is written; or the short code of why it doesn't open
 * @param pinned whether it stands above the timeline
 */
public record Note(
    NoteId id,
    int version,
    RecordRef about,
    Opened<RichText> body,
    boolean pinned,
    Trace created,
    Trace changed) {}
