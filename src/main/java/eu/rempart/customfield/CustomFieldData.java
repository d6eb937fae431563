package eu.rempart.customfield;

import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.Labels;
import java.util.List;
import java.util.Set;

/** What changes of a field: all but its kind and its place. */
public record CustomFieldData(
    Labels label,
    Set<String> records,
    Set<String> lists,
    boolean required,
    List<CustomChoice> choices) {

  public CustomFieldData {
    records = Set.copyOf(records);
    lists = Set.copyOf(lists);
    choices = List.copyOf(choices);
  }

  /** Labels are customer data. */
  @Override
  public String toString() {
    return "CustomFieldData" + records;
  }
}
