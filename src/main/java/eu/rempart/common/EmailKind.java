package eu.rempart.common;

/** Where an e-mail address is read. */
public enum EmailKind {
  WORK,
  HOME,
  OTHER
}
