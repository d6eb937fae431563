package eu.rempart.archive;

import java.util.UUID;

/**
 * What came of archiving.
 *
 * @param changeId to undo it by
 * @param records how many of the records asked for went to the bin; the others were gone already
 */
public record Archived(UUID changeId, int records) {}
