package eu.rempart.activity;

/** Who called whom, seen from us. */
public enum CallDirection {
  OUTGOING,
  INCOMING
}
