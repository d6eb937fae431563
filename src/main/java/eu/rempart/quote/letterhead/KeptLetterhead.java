package eu.rempart.quote.letterhead;

import java.util.Map;

/**
 * The letterhead as it stands.
 *
 * @param version the optimistic lock number; 0 where nobody wrote one yet
 * @param unopenable columns whose ciphertext is not what was sealed there, each with its short code
 */
public record KeptLetterhead(int version, Letterhead letterhead, Map<String, String> unopenable) {

  /** Nobody wrote one yet. */
  static final KeptLetterhead NONE = new KeptLetterhead(0, Letterhead.EMPTY, Map.of());

  public KeptLetterhead {
    unopenable = Map.copyOf(unopenable);
  }
}
