package eu.rempart.common;

/** The random key under which the content of one file is encrypted: 32 bytes. Never prints. */
public final class ContentKey {

  public static final int BYTES = 32;

  private final byte[] bytes;

  /**
   * Takes a copy.
   *
   * @throws IllegalArgumentException if these are not 32 bytes; without them in its message
   */
  public ContentKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(bytes.length + " bytes, expected 32 of a key");
    }
    this.bytes = bytes.clone();
  }

  /** A copy, for whoever seals it or encrypts with it. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "ContentKey[hidden]";
  }
}
