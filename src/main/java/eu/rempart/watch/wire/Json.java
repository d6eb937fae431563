package eu.rempart.watch.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Bytes of what is said, and back. */
public final class Json {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Json() {}

  public static byte[] write(Object said) {
    return JSON.writeValueAsBytes(said);
  }

  /**
   * Reads what came.
   *
   * @throws IllegalArgumentException if it is not of this form; says nothing of what it is
   */
  public static <T> T read(byte[] bytes, Class<T> form) {
    T read;
    try {
      read = JSON.readValue(bytes, form);
    } catch (JacksonException e) {
      // the cause would tell what came
      throw new IllegalArgumentException(
          "%d bytes are no %s: %s"
              .formatted(bytes.length, form.getSimpleName(), e.getClass().getSimpleName()));
    }
    if (read == null) {
      throw new IllegalArgumentException("null is no " + form.getSimpleName());
    }
    return read;
  }
}
