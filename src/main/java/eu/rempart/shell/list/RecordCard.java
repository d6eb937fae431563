package eu.rempart.shell.list;

import eu.rempart.shell.part.Avatar;

/**
 * What stands for one record in a list: in its first column, and as a whole on a phone.
 *
 * @param title its name; where it does not open, say so with {@code SealedMark.text}
 * @param subtitle the second line on a phone; may be empty
 * @param route path of its page, without a leading slash; makes the title a link
 * @param picture path of its picture, as in {@code lazy-picture.ts}; empty for none
 */
public record RecordCard(
    String title, String subtitle, String route, Avatar.Shape shape, String picture) {

  public static RecordCard person(String title, String subtitle, String route, String picture) {
    return new RecordCard(title, subtitle, route, Avatar.Shape.PERSON, picture);
  }

  public static RecordCard company(String title, String subtitle, String route) {
    return new RecordCard(title, subtitle, route, Avatar.Shape.COMPANY, "");
  }

  /** Names are customer data. */
  @Override
  public String toString() {
    return "RecordCard[hidden]";
  }
}
