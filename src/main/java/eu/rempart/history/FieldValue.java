package eu.rempart.history;

import eu.rempart.db.sealed.Opened;

/**
 * One field of a record at an instant.
 *
 * @param now what it holds today; the same as value where the record is archived
 * @param differs whether it holds something else today
 */
public record FieldValue(String column, Opened<?> value, Opened<?> now, boolean differs) {}
