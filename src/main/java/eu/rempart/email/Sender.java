package eu.rempart.email;

import java.util.Arrays;
import java.util.List;

/**
 * Who an e-mail is from, as one text has it: {@code Ada Admin <ada@firm.example>}.
 *
 * @param name may be empty
 * @param address as it stands there
 */
public record Sender(String name, String address) {

  /** Reads what {@link #text} wrote, or an address alone. */
  public static Sender of(String text) {
    int open = text.lastIndexOf('<');
    int close = text.lastIndexOf('>');
    return open < 0 || close < open
        ? new Sender("", text.strip())
        : new Sender(text.substring(0, open).strip(), text.substring(open + 1, close).strip());
  }

  /** What a list says, apart by commas, semicolons or lines; without what is empty. */
  public static List<String> parts(String list) {
    return Arrays.stream(list.split("[,;\\n]", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  public String text() {
    return name.isEmpty() ? address : name.replaceAll("[<>]", "") + " <" + address + ">";
  }

  /** The name, else the address. */
  public String shown() {
    return name.isEmpty() ? address : name;
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Sender[hidden]";
  }
}
