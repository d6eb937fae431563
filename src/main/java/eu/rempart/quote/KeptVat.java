package eu.rempart.quote;

import eu.rempart.common.line.KeptLines;
import eu.rempart.common.line.LooseLine;
import eu.rempart.common.number.Decimals;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** How a line is taxed, in the text that the lines of a quote are sealed as. */
final class KeptVat implements KeptLines.Rest<QuoteLine> {

  private static final String CATEGORY = "vat";
  private static final String RATE = "rate";

  @Override
  public QuoteLine read(LooseLine line, UnaryOperator<String> rest) {
    return QuoteLine.of(
        line, new Vat(category(rest.apply(CATEGORY)), new BigDecimal(rest.apply(RATE))));
  }

  private static VatCategory category(String code) {
    for (VatCategory each : VatCategory.values()) {
      if (each.code().equals(code)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no category of VAT");
  }

  @Override
  public void write(QuoteLine line, KeptLines.To to) {
    to.put(CATEGORY, line.vat().category().code());
    to.put(RATE, Decimals.text(line.vat().rate()));
  }

  @Override
  public String words(QuoteLine line) {
    return ", " + Decimals.text(Decimals.plain(line.vat().rate())) + " %";
  }
}
