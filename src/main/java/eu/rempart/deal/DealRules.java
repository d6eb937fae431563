package eu.rempart.deal;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.tag.TagRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a deal must be like to be kept. */
public final class DealRules {

  public static final int MAX_NAME = 249;
  public static final int MAX_TEXT = 255;
  public static final int MAX_REASON = 1_000;
  public static final int MAX_DESCRIPTION = 20_000;
  private static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(16);

  private DealRules() {}

  /**
   * Passes, or says which field is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(DealData data) {
    if (data.name() == null) {
      throw invalid(DealField.NAME, Problem.REQUIRED);
    }
    if (data.stageId() == null) {
      throw invalid(DealField.STAGE, Problem.REQUIRED);
    }
    length(DealField.NAME, data.name(), MAX_NAME);
    length(DealField.SOURCE, data.source(), MAX_TEXT);
    if (data.tags().size() > TagRules.MAX_ON_RECORD) {
      throw invalid(DealField.TAGS, Problem.TOO_LONG);
    }
    length(DealField.EXTERNAL_ID, data.externalId(), MAX_TEXT);
    length(DealField.LOST_REASON, data.lostReason(), MAX_REASON);
    length(DealField.DESCRIPTION, data.description(), MAX_DESCRIPTION);
    amount(data.amount(), data.currency());
    Integer probability = data.probability();
    if (probability != null && probability < 0) {
      throw invalid(DealField.PROBABILITY, Problem.NEGATIVE);
    }
    if (probability != null && probability > 100) {
      throw invalid(DealField.PROBABILITY, Problem.TOO_LONG);
    }
  }

  private static void amount(@Nullable BigDecimal amount, @Nullable String currency) {
    if (amount != null && amount.signum() < 0) {
      throw invalid(DealField.AMOUNT, Problem.NEGATIVE);
    }
    if (amount != null && amount.compareTo(MAX_AMOUNT) >= 0) {
      throw invalid(DealField.AMOUNT, Problem.TOO_LONG);
    }
    // sums are made for each currency: an amount without one belongs to none
    if (amount != null && currency == null) {
      throw invalid(DealField.CURRENCY, Problem.REQUIRED);
    }
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw invalid(DealField.CURRENCY, Problem.BAD_REFERENCE);
    }
  }

  private static void length(DealField field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, Problem.TOO_LONG);
    }
  }

  private static InvalidFieldException invalid(DealField field, Problem problem) {
    return new InvalidFieldException("deal.field." + field.column(), problem);
  }
}
