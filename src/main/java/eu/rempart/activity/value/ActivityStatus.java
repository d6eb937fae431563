package eu.rempart.activity.value;

/** Whether it is still to be done. */
public enum ActivityStatus {
  OPEN,
  DONE,
  CANCELLED
}
