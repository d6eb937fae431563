package eu.rempart.account;

import eu.rempart.db.sealed.Opened;
import eu.rempart.vault.answer.RoleProof;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account.
 *
 * @param customRole the organisation's own role that takes away from {@code role}; null for none
 * @param roleProof shows that both are what an administrator gave
 * @param name sealed, except an engineer's
 * @param email sealed, except an engineer's
 * @param language a language tag, {@code en} or {@code fr}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param lastSignIn null if there was none yet
 */
public record Member(
    UUID id,
    int version,
    Role role,
    @Nullable UUID customRole,
    RoleProof roleProof,
    MemberState state,
    Opened<String> name,
    Opened<String> email,
    String language,
    String theme,
    Instant createdAt,
    @Nullable Instant lastSignIn) {

  /** Name and address are customer data: they stay out of logs. */
  @Override
  public String toString() {
    return "Member[%s, %s, %s]".formatted(id, role, state);
  }
}
