package eu.rempart.edge.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * A key of tickets as the database keeps it.
 *
 * @param madeAt in whole seconds
 * @param sealed opened by {@link eu.rempart.vault.operating.TicketSeal} alone; not copied
 */
// compared by nobody
@SuppressWarnings("ArrayRecordComponent")
record SealedKey(UUID id, Instant madeAt, byte[] sealed) {}
