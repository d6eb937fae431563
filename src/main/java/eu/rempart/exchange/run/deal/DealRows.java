package eu.rempart.exchange.run.deal;

import eu.rempart.common.line.LineRules;
import eu.rempart.deal.line.DealLine;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.format.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables have a row for each product of a deal: those that follow one another become lines of the
 * first one, and come behind it with {@link ProblemCode#CONTINUATION}. A row that says all that one
 * further up says is one too many, and stays as it is. Holds the rows of one deal, as far as there
 * are lines for them.
 */
public final class DealRows implements ImportedRows {

  /** Most characters of the further rows of a deal. */
  private static final int MOST_SIGNS = 1 << 20;

  /** Most characters of a description that further rows add to. */
  private static final int MOST_DESCRIBED = 19_000;

  private final ImportedRows rows;
  private final Deque<ImportedRow> ready = new ArrayDeque<>();
  private @Nullable ImportedRow ahead;

  /** Its rows were gathered, as far as that goes. */
  private @Nullable ImportedDeal gathered;

  /** Closes the rows when it is closed. */
  public DealRows(ImportedRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || ahead != null || rows.hasNext();
  }

  @Override
  public ImportedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no row left");
    }
    if (ready.isEmpty()) {
      ImportedRow first = ahead == null ? rows.next() : ahead;
      ahead = null;
      gather(first);
    }
    return ready.remove();
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private void gather(ImportedRow first) {
    ImportedDeal deal = first.deal();
    if (deal == null || !first.imported() || (gathered != null && isSame(gathered, deal))) {
      ready.add(first);
      return;
    }
    gathered = deal;
    List<ImportedRow> further = new ArrayList<>(0);
    List<ImportedDeal> sold = new ArrayList<>(List.of(deal));
    Set<List<String>> seen = new LinkedHashSet<>(Set.of(first.cells()));
    int lines = deal.lines().size();
    int signs = 0;
    while (rows.hasNext() && further.size() < LineRules.MAX_LINES && signs < MOST_SIGNS) {
      ImportedRow next = rows.next();
      ImportedDeal more = next.deal();
      if (more == null || !next.imported() || !isSame(deal, more)) {
        ahead = next;
        break;
      }
      boolean adds =
          !more.lines().isEmpty()
              && lines + more.lines().size() <= LineRules.MAX_LINES
              && seen.add(next.cells());
      if (adds) {
        lines += more.lines().size();
        sold.add(more);
      }
      further.add(adds ? next.with(ProblemCode.CONTINUATION) : next);
      signs += next.cells().stream().mapToInt(String::length).sum();
    }
    ready.add(sold.size() == 1 ? first : joined(first, deal, sold));
    ready.addAll(further);
  }

  /** With the same key, or, where they have none, alike but for their products. */
  private static boolean isSame(ImportedDeal deal, ImportedDeal other) {
    return deal.externalId().equals(other.externalId())
        && (!deal.externalId().isEmpty() || deal.apart().equals(other.apart()));
  }

  private static ImportedRow joined(ImportedRow first, ImportedDeal deal, List<ImportedDeal> sold) {
    List<DealLine> lines = new ArrayList<>();
    Set<String> described = new LinkedHashSet<>();
    for (ImportedDeal one : sold) {
      one.lines().forEach(line -> lines.add(one.assumed() ? free(line) : line));
      one.description()
          .lines()
          .filter(text -> !deal.description().contains(text))
          .forEach(described::add);
    }
    String more = String.join("\n", described);
    String description =
        deal.description().length() + more.length() > MOST_DESCRIBED
            ? deal.description()
            : (deal.description() + "\n" + more).strip();
    return new ImportedRow(
        first.number(),
        first.cells(),
        first.person(),
        first.companies(),
        deal.with(lines, description),
        first.activity(),
        first.problems());
  }

  /** What several products come to says nothing of what each of them costs. */
  private static DealLine free(DealLine line) {
    return new DealLine(
        line.productId(),
        line.description(),
        line.unit(),
        line.quantity(),
        BigDecimal.ZERO,
        line.currency(),
        line.discount());
  }
}
