package eu.rempart.vault.proof;

import java.security.MessageDigest;

/**
 * Proofs that this server once saw an account signed in on a device. They open nothing, and are
 * worth nothing on a server with another pepper. Thread safe.
 */
public final class DeviceMarks {

  private final Maker maker;

  /**
   * @param maker makes marks with what this server alone has
   */
  public DeviceMarks(Maker maker) {
    this.maker = maker;
  }

  /** Makes the proof for an account, a device's name and a day since 1970. */
  @FunctionalInterface
  public interface Maker {
    byte[] of(byte[] account, String device, long day);
  }

  /**
   * The proof, 32 bytes.
   *
   * @param account as {@link eu.rempart.vault.VaultService#memberEmailHash} answers
   * @param device its name
   * @param day since 1970
   */
  public byte[] of(byte[] account, String device, long day) {
    return maker.of(account, device, day);
  }

  /** Whether this is the proof. */
  public boolean isRight(byte[] account, String device, long day, byte[] proof) {
    return MessageDigest.isEqual(of(account, device, day), proof);
  }
}
