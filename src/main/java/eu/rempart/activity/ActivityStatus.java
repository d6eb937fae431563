package eu.rempart.activity;

/** Whether it is still to be done. */
public enum ActivityStatus {
  OPEN,
  DONE,
  CANCELLED
}
