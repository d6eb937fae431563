package eu.rempart.edge.rule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How traffic from a country or a group of countries is treated.
 *
 * @param version 0 before it is saved
 * @param factor by how much it is slowed, 2 to 100; 1 unless the treatment is SLOWED
 * @param reason an administrator's words, 1 to 500 characters; kept in clear
 * @param expiresAt null for a rule without an end
 * @param changedBy the member; null before it is saved
 */
public record CountryRule(
    UUID id,
    int version,
    RuleTarget target,
    Treatment treatment,
    int factor,
    String reason,
    @Nullable Instant expiresAt,
    @Nullable Instant changedAt,
    @Nullable UUID changedBy) {

  /** Checks what the database would refuse. */
  public CountryRule {
    boolean slowed = treatment == Treatment.SLOWED;
    if (slowed ? factor < 2 || factor > 100 : factor != 1) {
      throw new IllegalArgumentException(
          "a factor of %d does not go with %s".formatted(factor, treatment));
    }
    Reasons.require(reason);
  }

  /** A new one. */
  public static CountryRule of(
      RuleTarget target,
      Treatment treatment,
      int factor,
      String reason,
      @Nullable Instant expiresAt) {
    return new CountryRule(
        UUID.randomUUID(), 0, target, treatment, factor, reason, expiresAt, null, null);
  }

  /** Whether it still holds. */
  public boolean holdsAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
