package eu.rempart.history;

import java.util.UUID;

/**
 * Any record.
 *
 * @param kind its table's name
 */
public record RecordRef(String kind, UUID id) {}
