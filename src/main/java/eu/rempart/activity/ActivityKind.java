package eu.rempart.activity;

/** What is to be done. */
public enum ActivityKind {
  TASK,
  CALL,
  MEETING
}
