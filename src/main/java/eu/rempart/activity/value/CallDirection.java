package eu.rempart.activity.value;

/** Who called whom, seen from us. */
public enum CallDirection {
  OUTGOING,
  INCOMING
}
