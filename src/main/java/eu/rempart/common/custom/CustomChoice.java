package eu.rempart.common.custom;

/**
 * One of the values of a field that are chosen from.
 *
 * @param code what records hold; never changes
 * @param retired no longer offered; records that have it keep and show it
 */
public record CustomChoice(String code, Labels label, boolean retired) {

  /** Labels are customer data. */
  @Override
  public String toString() {
    return "CustomChoice[" + code + "]";
  }
}
