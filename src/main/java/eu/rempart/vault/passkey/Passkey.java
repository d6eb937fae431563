package eu.rempart.vault.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey whose row is what Rempart wrote.
 *
 * @param attested model, identifier and public key as the authenticator gave them
 * @param synced whether it can be on several devices of its owner
 * @param opensVault whether its authenticator's secret opens the organisation's key
 * @param counter the last that the authenticator said
 * @param name what its owner calls it
 * @param lastUsedPlace two letters of a country
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record Passkey(
    UUID id,
    UUID memberId,
    PasskeyKind kind,
    byte[] credentialId,
    byte[] attested,
    boolean synced,
    boolean opensVault,
    long counter,
    String name,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedPlace) {

  /** The same under another name. */
  Passkey called(String other) {
    return new Passkey(
        id,
        memberId,
        kind,
        credentialId,
        attested,
        synced,
        opensVault,
        counter,
        other,
        createdAt,
        lastUsedAt,
        lastUsedPlace);
  }

  @Override
  public String toString() {
    return "Passkey[" + id + ", " + kind + "]";
  }
}
