package eu.rempart.exchange.run;

import eu.rempart.exchange.run.result.Reasons;
import eu.rempart.exchange.run.result.RowResult;

/** An error file that has codes instead of sentences. */
final class Codes implements Reasons {
  @Override
  public char delimiter() {
    return ',';
  }

  @Override
  public String rowHeader() {
    return "row";
  }

  @Override
  public String reasonHeader() {
    return "reason";
  }

  @Override
  public String of(RowResult result) {
    StringBuilder reason = new StringBuilder(result.outcome().name());
    result.row().problems().forEach(problem -> reason.append(' ').append(problem.code()));
    return reason.toString();
  }
}
