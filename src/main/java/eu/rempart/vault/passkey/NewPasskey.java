package eu.rempart.vault.passkey;

/**
 * What an authenticator gave at enrolment, checked.
 *
 * @param attested model, identifier and public key as the authenticator gave them
 * @param synced whether it can be on several devices of its owner
 * @param name what its owner calls it, 1 to 60 letters
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a row, never compared
public record NewPasskey(
    PasskeyKind kind,
    byte[] credentialId,
    byte[] attested,
    boolean synced,
    long counter,
    String name) {

  @Override
  public String toString() {
    return "NewPasskey[" + kind + "]";
  }
}
