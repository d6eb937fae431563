package eu.rempart.exchange.vcard;

/**
 * One card as text, unfolded, without its photos.
 *
 * @param number from 1
 * @param text empty when there was too much of it
 * @param tooLarge it, or one of its lines, is over the limit
 * @param complete it has an end
 * @param photoSkipped a photo, logo, sound or key was left out
 * @param damaged bytes that no encoding explains were replaced
 */
record Card(
    long number,
    String text,
    boolean tooLarge,
    boolean complete,
    boolean photoSkipped,
    boolean damaged) {

  @Override
  public String toString() {
    return "Card[" + number + ", hidden]";
  }
}
