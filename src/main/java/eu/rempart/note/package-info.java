/**
 * Notes: what people write down about a contact, a company or a deal. One door in, {@link
 * eu.rempart.note.NoteService}; screens show them in the timeline of the record.
 */
@NullMarked
package eu.rempart.note;

import org.jspecify.annotations.NullMarked;
