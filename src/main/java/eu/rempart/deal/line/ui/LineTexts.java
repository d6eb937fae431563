package eu.rempart.deal.line.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.deal.line.LineRefusedException;

/** The products of a deal in words. */
final class LineTexts {

  private LineTexts() {}

  /** What is wrong, without where. */
  static String problem(LineRefusedException refused) {
    return t("deal.line.problem." + refused.problem().name());
  }

  /** What is wrong, in which line. */
  static String whole(LineRefusedException refused) {
    return refused.line() == 0
        ? problem(refused)
        : t("deal.line.problem.in.line", refused.line(), problem(refused));
  }
}
