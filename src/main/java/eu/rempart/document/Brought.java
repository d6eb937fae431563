package eu.rempart.document;

/** What came of making a document of a file that was brought. */
public sealed interface Brought {

  /** It is kept. */
  record Kept(Document document) implements Brought {}

  /** It is not here whole: it broke off, or vanished after a day. */
  record Unfinished() implements Brought {}

  /** The document, or a record that it was to be linked with, is not there any more. */
  record Gone() implements Brought {}
}
