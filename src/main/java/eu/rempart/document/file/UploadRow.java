package eu.rempart.document.file;

import eu.rempart.common.ContentKey;
import eu.rempart.vault.content.ContentCipher;
import eu.rempart.vault.content.ContentSize;
import java.util.UUID;

/**
 * A file on its way in, as it is stored.
 *
 * @param chunks how many are here
 */
record UploadRow(
    UUID id, FileName name, String fingerprint, ContentSize size, ContentKey key, int chunks) {

  long received() {
    return Math.min(size.bytes(), (long) chunks * ContentCipher.CHUNK);
  }

  Upload state() {
    return new Upload(id, name, size.bytes(), received(), isWhole());
  }

  boolean isWhole() {
    return chunks == size.chunks();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "UploadRow[" + id + "]";
  }
}
