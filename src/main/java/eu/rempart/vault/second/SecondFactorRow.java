package eu.rempart.vault.second;

import eu.rempart.vault.crypto.Binding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code second_factor}.
 *
 * @param asked whether anything is asked for beside the password
 * @param sealedSeed what an app makes its codes of; null where there is no app
 * @param codesVersion which one-time codes are good; 0 where none were made
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
record SecondFactorRow(
    UUID memberId,
    int version,
    boolean asked,
    byte @Nullable [] sealedSeed,
    int codesVersion,
    byte[] mac,
    Instant changedAt) {

  /** What its MAC is of. */
  static byte[] bound(
      UUID memberId, int version, boolean asked, byte @Nullable [] sealedSeed, int codesVersion) {
    return Binding.of("second factor")
        .and(memberId)
        .and(version)
        .and(asked ? 1 : 0)
        .and(sealedSeed == null ? new byte[0] : sealedSeed)
        .and(codesVersion)
        .bytes();
  }

  byte[] bound() {
    return bound(memberId, version, asked, sealedSeed, codesVersion);
  }

  @Override
  public String toString() {
    return "SecondFactorRow[" + memberId + "]";
  }
}
