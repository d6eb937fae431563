package eu.rempart.document.file;

/**
 * How far reading the words of documents is.
 *
 * @param done documents that were read, or can't be
 * @param total all of them
 */
public record WordsProgress(int done, int total) {

  public boolean complete() {
    return done >= total;
  }
}
