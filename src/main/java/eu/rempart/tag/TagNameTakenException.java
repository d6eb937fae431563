package eu.rempart.tag;

/** Another tag is called so, but for case and accents. */
public final class TagNameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says whose name it is, never which. */
  public TagNameTakenException(TagId other) {
    super("the name belongs to the tag " + other);
  }
}
