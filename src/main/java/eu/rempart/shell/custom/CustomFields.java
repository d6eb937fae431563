package eu.rempart.shell.custom;

/**
 * The organisation's own fields, as far as screens of records need them; implemented by the room
 * {@code customfield} for whoever is signed in.
 */
public interface CustomFields {

  /** All of them, read anew. */
  CustomBook book();

  /** Those that records of this kind have and whoever asks may see, read anew. */
  default CustomBook book(String kind) {
    return book().of(kind);
  }
}
