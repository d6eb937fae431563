package eu.rempart.db;

import java.util.UUID;

/**
 * A member moved records to the bin, in whatever room. Published as an event once the database has
 * kept it, for each statement that did.
 *
 * @param kind the name of their table
 * @param count of records; what fell with them is not counted
 */
public record RowsArchived(UUID memberId, String kind, int count) {}
