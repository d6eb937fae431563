/**
 * Versions of records: what changed, by whom, when and why; a record as it was; an old value put
 * back. Knows no business room: it works on {@link RecordRef} and on the kinds that rooms register.
 */
@NullMarked
package eu.rempart.history;

import org.jspecify.annotations.NullMarked;
