package eu.rempart.preview;

/** Takes the text of a file as it is found, piece by piece; a piece may end within a word. */
interface Taker {

  /**
   * Takes a piece.
   *
   * @return false once it has enough
   */
  boolean take(CharSequence piece);
}
