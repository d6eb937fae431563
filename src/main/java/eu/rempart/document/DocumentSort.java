package eu.rempart.document;

/** What a document is for. The names are those in the table. */
public enum DocumentSort {
  CONTRACT,
  OFFER,
  INVOICE,
  MINUTES,
  PICTURE,
  OTHER
}
