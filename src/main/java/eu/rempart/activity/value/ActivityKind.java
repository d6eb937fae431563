package eu.rempart.activity.value;

/** What is to be done. */
public enum ActivityKind {
  TASK,
  CALL,
  MEETING
}
