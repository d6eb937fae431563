package eu.rempart.common;

import java.util.Arrays;
import java.util.Base64;

/** A small picture that we made ourselves, as JPEG (ISO/IEC 10918-1). Immutable. */
public final class Picture {

  private final byte[] jpeg;

  /**
   * Takes the bytes of a JPEG; only its first two are looked at.
   *
   * @throws IllegalArgumentException if they are not a JPEG's; without them in its message
   */
  public Picture(byte[] jpeg) {
    if (jpeg.length < 4 || jpeg[0] != (byte) 0xff || jpeg[1] != (byte) 0xd8) {
      throw new IllegalArgumentException(jpeg.length + " bytes, expected those of a JPEG");
    }
    this.jpeg = jpeg.clone();
  }

  /** Its bytes; a copy. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  /** The length of {@link #jpeg()} in bytes. */
  public int size() {
    return jpeg.length;
  }

  /** The picture in a URL of its own (RFC 2397): for pages, which may load nothing from outside. */
  public String dataUrl() {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture && Arrays.equals(jpeg, picture.jpeg);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(jpeg);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Picture[hidden]";
  }
}
