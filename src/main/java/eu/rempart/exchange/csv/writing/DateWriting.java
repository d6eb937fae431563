package eu.rempart.exchange.csv.writing;

import eu.rempart.exchange.value.DateOrder;
import eu.rempart.exchange.value.Dates;
import java.util.List;
import java.util.Optional;

/**
 * How the dates of a column are written, as far as its cells prove it.
 *
 * @param dayFirst whether a cell proves that the day comes first
 * @param monthFirst whether a cell proves that the month comes first
 * @param open the first cell that could be two days; empty where none could
 */
public record DateWriting(boolean dayFirst, boolean monthFirst, String open)
    implements ColumnWriting {

  private static final DateWriting NONE = new DateWriting(false, false, "");

  /** That of a column with these cells. */
  public static DateWriting of(List<String> cells) {
    DateWriting all = NONE;
    for (String cell : cells) {
      all = all.and(cell);
    }
    return all;
  }

  /** The same with a further cell. */
  public DateWriting and(String cell) {
    Optional<DateOrder> proved = Dates.order(cell);
    if (proved.isPresent()) {
      return new DateWriting(
          dayFirst || proved.get() == DateOrder.DAY_FIRST,
          monthFirst || proved.get() == DateOrder.MONTH_FIRST,
          open);
    }
    return open.isEmpty() && Dates.couldBeTwo(cell)
        ? new DateWriting(dayFirst, monthFirst, cell.strip())
        : this;
  }

  @Override
  public boolean isOpen() {
    return !open.isEmpty() && dayFirst == monthFirst;
  }

  @Override
  public List<CellReading> choices() {
    return List.of(CellReading.DAY_FIRST, CellReading.MONTH_FIRST);
  }

  /** The order that the cells prove; nothing where they prove none, or both. */
  public Optional<DateOrder> order() {
    return dayFirst == monthFirst
        ? Optional.empty()
        : Optional.of(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
  }
}
