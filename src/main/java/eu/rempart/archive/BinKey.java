package eu.rempart.archive;

import java.time.Instant;
import java.util.UUID;

/** A place in the bin: the last entry before it. */
public record BinKey(Instant at, UUID archiveId) {}
