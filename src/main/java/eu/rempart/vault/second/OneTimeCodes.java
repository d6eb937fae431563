package eu.rempart.vault.second;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CodeText;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.Witness;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Codes for the day on which the phone is lost: each opens once, which the witness remembers beside
 * the database, and ten of one version are good at a time. Only their digests are kept. Thread
 * safe.
 */
public final class OneTimeCodes {

  /** How many are made at once. */
  public static final int COUNT = 10;

  /** Of a code: 112 bits, with a checksum six groups of four. */
  private static final int BYTES = 14;

  private static final int CHECKSUM = 1;

  private final SecondFactorRepository repository;
  private final Pepper pepper;
  private final Witness witness;

  OneTimeCodes(SecondFactorRepository repository, Pepper pepper, Witness witness) {
    this.repository = repository;
    this.pepper = pepper;
    this.witness = witness;
  }

  /**
   * Codes that were made just now.
   *
   * @param texts to show once
   */
  record Fresh(int version, List<String> texts) {

    @Override
    public String toString() {
      return "Fresh[" + version + "]";
    }
  }

  /** In the place of the former ones; they are good once the row has their version. */
  Fresh make(SecondFactorRow former) {
    UUID memberId = former.memberId();
    int version = Math.max(former.codesVersion(), witness.newestCodes(memberId)) + 1;
    List<String> texts = new ArrayList<>();
    List<byte[]> digests = new ArrayList<>();
    for (int position = 0; position < COUNT; position++) {
      byte[] code = Randomness.bytes(BYTES);
      texts.add(CodeText.write(code, CHECKSUM));
      digests.add(digest(memberId, version, position, code));
    }
    repository.saveCodes(memberId, digests);
    AfterCommit.runWhenCertain(() -> witness.sawCodes(memberId, version));
    return new Fresh(version, List.copyOf(texts));
  }

  /** The digests of those that were not used, by their position. */
  Map<Integer, byte[]> left(SecondFactorRow row) {
    if (row.codesVersion() == 0 || row.codesVersion() < witness.newestCodes(row.memberId())) {
      return Map.of();
    }
    return repository.codes(row.memberId());
  }

  /** Whether this is one that was not used; it is from now on. */
  boolean accepts(SecondFactorRow row, String typed) {
    byte[] code = CodeText.read(typed, BYTES, CHECKSUM).orElse(null);
    if (code == null) {
      return false;
    }
    for (Map.Entry<Integer, byte[]> each : left(row).entrySet()) {
      int position = each.getKey();
      byte[] right = digest(row.memberId(), row.codesVersion(), position, code);
      if (MessageDigest.isEqual(right, each.getValue())) {
        return repository.useCode(row.memberId(), position)
            && witness.usedCode(row.memberId(), row.codesVersion(), position);
      }
    }
    return false;
  }

  private byte[] digest(UUID memberId, int version, int position, byte[] code) {
    return pepper.rowMac(
        "one_time_code",
        Binding.of("code").and(memberId).and(version).and(position).and(code).bytes());
  }
}
