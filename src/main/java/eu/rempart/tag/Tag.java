package eu.rempart.tag;

/**
 * A tag.
 *
 * @param version the optimistic lock number
 * @param name its short code where it does not open
 * @param tone one of the {@link #TONES} colours, from 0
 */
public record Tag(TagId id, int version, String name, int tone) {

  /** How many colours there are. */
  public static final int TONES = 8;

  /** Names are customer data. */
  @Override
  public String toString() {
    return "Tag[" + id + "]";
  }
}
