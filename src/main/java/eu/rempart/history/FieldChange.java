package eu.rempart.history;

import eu.rempart.db.sealed.Opened;

/**
 * One field, before and after.
 *
 * @param column of the record's table
 */
public record FieldChange(String column, Opened<?> before, Opened<?> after) {}
