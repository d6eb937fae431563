package eu.rempart.edge.rule;

import eu.rempart.tls.gate.Prefix;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A network that is never refused, slowed or banned.
 *
 * @param version 0 before it is saved
 * @param reason an administrator's words, 1 to 500 characters; kept in clear
 * @param expiresAt null for one without an end
 * @param changedBy the member; null before it is saved
 */
public record AllowedNetwork(
    UUID id,
    int version,
    Prefix network,
    String reason,
    @Nullable Instant expiresAt,
    @Nullable Instant changedAt,
    @Nullable UUID changedBy) {

  /** Checks what the database would refuse. */
  public AllowedNetwork {
    Reasons.require(reason);
  }

  /** A new one. */
  public static AllowedNetwork of(Prefix network, String reason, @Nullable Instant expiresAt) {
    return new AllowedNetwork(UUID.randomUUID(), 0, network, reason, expiresAt, null, null);
  }

  /** Whether it still holds. */
  public boolean holdsAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
