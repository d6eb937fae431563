package eu.rempart.picture;

/** A file that is not taken as a picture. */
public final class PictureRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Nothing in it. */
    EMPTY,
    /** More bytes than {@link PictureReader#MAX_BYTES}. */
    FILE_TOO_LARGE,
    /** Neither JPEG nor PNG nor GIF. */
    UNKNOWN_KIND,
    /** Wider, higher, or of more pixels than is taken. */
    TOO_MANY_PIXELS,
    /** It begins as a picture does, and does not go on as one. */
    DAMAGED,
    /** Decoding it takes too long or too much memory, or others wait for that already. */
    TOO_MUCH
  }

  private final Reason reason;

  /** Refused for this. */
  public PictureRefusedException(Reason reason) {
    super("picture refused: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
