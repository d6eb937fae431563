package eu.rempart.activity.value;

/** How much it presses. */
public enum ActivityPriority {
  LOW,
  NORMAL,
  HIGH
}
