package eu.rempart.vault.passkey;

import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.key.MemberKey;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code passkey}, as an evil database may have written it.
 *
 * @param version grows with each passkey of the member
 * @param mac under the pepper, of {@link #bound}
 * @param wrap null for one that opens nothing
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
record PasskeyRow(Passkey passkey, int version, byte[] mac, MemberKey.@Nullable Wrap wrap) {

  /** All that nobody may change. */
  byte[] bound() {
    return bound(passkey, version);
  }

  static byte[] bound(Passkey passkey, int version) {
    return Binding.of("rempart 1 passkey row")
        .and(passkey.id())
        .and(passkey.memberId())
        .and(version)
        .and(passkey.kind().name())
        .and(passkey.credentialId())
        .and(passkey.attested())
        .and(passkey.synced() ? 1 : 0)
        .and(passkey.opensVault() ? 1 : 0)
        .and(passkey.name())
        .bytes();
  }

  @Override
  public String toString() {
    return passkey.toString();
  }
}
