package eu.rempart.vault;

import java.security.MessageDigest;

/**
 * Proofs that this server once saw an account signed in on a device. They open nothing, and are
 * worth nothing on a server with another pepper. Thread safe.
 */
public final class DeviceMarks {

  private final Pepper pepper;

  DeviceMarks(Pepper pepper) {
    this.pepper = pepper;
  }

  /**
   * The proof, 32 bytes.
   *
   * @param account as {@link VaultService#memberEmailHash} answers
   * @param device its name
   * @param day since 1970
   */
  public byte[] of(byte[] account, String device, long day) {
    return pepper.deviceMark(account, device, day);
  }

  /** Whether this is the proof. */
  public boolean isRight(byte[] account, String device, long day, byte[] proof) {
    return MessageDigest.isEqual(of(account, device, day), proof);
  }
}
