package eu.rempart.exchange.vcard;

import org.jspecify.annotations.Nullable;

/**
 * One card as text, unfolded, with its photo beside it.
 *
 * @param number from 1
 * @param text empty when there was too much of it
 * @param tooLarge it, or one of its lines, is over the limit
 * @param complete it has an end
 * @param photo the file of its first photo that looks like one that can be read; null if there is
 *     none
 * @param photoSkipped another photo, a logo or a sound was left out
 * @param keySkipped a key or certificate was left out
 * @param damaged bytes that no encoding explains were replaced
 */
record Card(
    long number,
    String text,
    boolean tooLarge,
    boolean complete,
    byte @Nullable [] photo,
    boolean photoSkipped,
    boolean keySkipped,
    boolean damaged) {

  @Override
  public String toString() {
    return "Card[" + number + ", hidden]";
  }
}
