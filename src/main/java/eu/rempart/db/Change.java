package eu.rempart.db;

import java.util.UUID;

/**
 * One transaction's worth of writes: every version it makes carries this id in history, which is
 * what undo goes by.
 */
public record Change(UUID id, Reason reason) {}
