package eu.rempart.quote.pdf;

import eu.rempart.paper.Sheets;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.money.VatCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** The lines of a quote as a table, whose head is repeated on every page that it goes over. */
final class QuoteTable {

  private static final float SIZE = 9;
  private static final float PADDING = 4;

  /** Right edges of the columns of numbers, from the right of the page. */
  private static final float NET = Sheets.RIGHT;

  private static final float VAT = NET - 82;
  private static final float DISCOUNT = VAT - 44;
  private static final float PRICE_WITH_DISCOUNT = DISCOUNT - 52;

  private final Sheets sheets;
  private final QuoteData data;
  private final Totals totals;
  private final DocumentWords words;
  private final boolean discounted;
  private final float price;
  private final float quantity;

  QuoteTable(Sheets sheets, QuoteData data, Totals totals, DocumentWords words) {
    this.sheets = sheets;
    this.data = data;
    this.totals = totals;
    this.words = words;
    discounted = data.lines().stream().anyMatch(line -> line.discount().signum() != 0);
    price = discounted ? PRICE_WITH_DISCOUNT : DISCOUNT;
    quantity = price - 78;
  }

  void set() throws IOException {
    sheets.need(60);
    head();
    sheets.onNewPage(
        () -> {
          try {
            head();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    for (int i = 0; i < data.lines().size(); i++) {
      line(i + 1, data.lines().get(i), totals.lines().get(i));
    }
    sheets.onNewPage(() -> {});
  }

  private void head() throws IOException {
    sheets.left(words.say("position"), Sheets.LEFT, SIZE, true);
    sheets.left(words.say("description"), Sheets.LEFT + 28, SIZE, true);
    sheets.right(words.say("quantity"), quantity, SIZE, true);
    sheets.right(words.say("price"), price, SIZE, true);
    if (discounted) {
      sheets.right(words.say("discount"), DISCOUNT, SIZE, true);
    }
    sheets.right(words.say("vat"), VAT, SIZE, true);
    sheets.right(words.say("net"), NET, SIZE, true);
    sheets.down(Sheets.line(SIZE) + PADDING);
    sheets.rule(Sheets.BLACK);
    sheets.down(PADDING);
  }

  private void line(int number, QuoteLine line, BigDecimal net) throws IOException {
    float width = quantity - 70 - Sheets.LEFT - 28;
    List<String> description = sheets.wrap(line.description(), width, SIZE);
    // a line stands together, unless it is longer than half a page
    sheets.need(Math.min(description.size(), 30) * Sheets.line(SIZE) + 2 * PADDING);
    sheets.left(String.valueOf(number), Sheets.LEFT, SIZE, false);
    String unit = line.unit() == null ? "" : "\u00a0" + line.unit();
    sheets.right(words.number(line.quantity()) + unit, quantity, SIZE, false);
    sheets.right(words.money(line.unitPrice(), data.currency()), price, SIZE, false);
    if (line.discount().signum() != 0) {
      sheets.right(words.percent(line.discount()), DISCOUNT, SIZE, false);
    }
    sheets.right(
        line.vat().category() == VatCategory.STANDARD
            ? words.percent(line.vat().rate())
            : line.vat().category().code(),
        VAT,
        SIZE,
        false);
    sheets.right(words.money(net, data.currency()), NET, SIZE, false);
    for (String each : description) {
      sheets.need(Sheets.line(SIZE));
      sheets.left(each, Sheets.LEFT + 28, SIZE, false);
      sheets.down(Sheets.line(SIZE));
    }
    if (description.isEmpty()) {
      sheets.down(Sheets.line(SIZE));
    }
    sheets.down(PADDING);
    sheets.rule(Sheets.GREY);
    sheets.down(PADDING);
  }
}
