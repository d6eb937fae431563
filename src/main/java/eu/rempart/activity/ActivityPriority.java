package eu.rempart.activity;

/** How much it presses. */
public enum ActivityPriority {
  LOW,
  NORMAL,
  HIGH
}
