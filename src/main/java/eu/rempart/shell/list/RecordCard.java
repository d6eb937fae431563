package eu.rempart.shell.list;

import eu.rempart.shell.part.Avatar;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands for one record in a list: in its first column, and as a whole on a phone.
 *
 * @param title its name; where it does not open, say so with {@code SealedMark.text}
 * @param subtitle the second line on a phone, which ends where there is no room; may be empty
 * @param fact what is told below the title and never cut: an amount, a state, an hour; may be empty
 * @param route path of its page, without a leading slash; makes the title a link
 * @param picture path of its picture, as in {@code lazy-picture.ts}; empty for none
 */
public record RecordCard(
    String title, String subtitle, String fact, String route, Avatar.Shape shape, String picture) {

  public static RecordCard person(String title, String subtitle, String route, String picture) {
    return new RecordCard(title, subtitle, "", route, Avatar.Shape.PERSON, picture);
  }

  public static RecordCard company(String title, String subtitle, String route) {
    return new RecordCard(title, subtitle, "", route, Avatar.Shape.COMPANY, "");
  }

  /** The same card with what is never cut; absent and empty parts are left out. */
  public RecordCard withFact(@Nullable String... parts) {
    String joined =
        Stream.of(parts)
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return new RecordCard(title, subtitle, joined, route, shape, picture);
  }

  /** Names are customer data. */
  @Override
  public String toString() {
    return "RecordCard[hidden]";
  }
}
