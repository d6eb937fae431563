package eu.rempart.company;

import java.util.Arrays;
import java.util.Optional;

/** How many people work there. */
public enum CompanySize {
  ONE("1"),
  TO_9("2-9"),
  TO_49("10-49"),
  TO_249("50-249"),
  TO_999("250-999"),
  MORE("1000+");

  private final String range;

  CompanySize(String range) {
    this.range = range;
  }

  /** As in the table and in files, such as {@code 10-49}. */
  public String range() {
    return range;
  }

  public static Optional<CompanySize> of(String range) {
    return Arrays.stream(values()).filter(size -> size.range.equals(range)).findFirst();
  }

  /** The size of a firm with this many people. */
  public static CompanySize ofHeadcount(int people) {
    return people <= 1
        ? ONE
        : people < 10
            ? TO_9
            : people < 50 ? TO_49 : people < 250 ? TO_249 : people < 1000 ? TO_999 : MORE;
  }
}
