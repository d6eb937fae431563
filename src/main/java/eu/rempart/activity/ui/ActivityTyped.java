package eu.rempart.activity.ui;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;

/** What a form holds. */
record ActivityTyped(ActivityData data, ActivityLinks links) {

  static final ActivityTyped EMPTY = new ActivityTyped(ActivityData.EMPTY, ActivityLinks.NONE);

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ActivityTyped[hidden]";
  }
}
