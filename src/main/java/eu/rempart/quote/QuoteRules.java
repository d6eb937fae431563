package eu.rempart.quote;

import eu.rempart.common.CountryCode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.line.LineRules;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.money.QuoteProblem;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.money.VatMix;
import eu.rempart.tag.TagRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a quote must be like to be kept, and to be issued. */
public final class QuoteRules {

  public static final int MAX_TITLE = 249;
  public static final int MAX_NAME = 249;
  public static final int MAX_ADDRESS = 1_000;
  public static final int MAX_VAT = 32;
  public static final int MAX_TEXT = 5_000;

  private QuoteRules() {}

  /**
   * Passes what can be kept as a draft, half done as it may be, and answers what it comes to.
   *
   * @throws InvalidFieldException for the first wrong field
   * @throws QuoteRefusedException for the first wrong line
   */
  public static Totals check(QuoteData data) {
    if (data.title() == null) {
      throw invalid(QuoteField.TITLE, Problem.REQUIRED);
    }
    length(QuoteField.TITLE, data.title(), MAX_TITLE);
    length(QuoteField.CUSTOMER_NAME, data.customerName(), MAX_NAME);
    length(QuoteField.CUSTOMER_CONTACT, data.customerContact(), MAX_NAME);
    length(QuoteField.CUSTOMER_ADDRESS, data.customerAddress(), MAX_ADDRESS);
    length(QuoteField.CUSTOMER_VAT, data.customerVat(), MAX_VAT);
    length(QuoteField.INTRODUCTION, data.introduction(), MAX_TEXT);
    length(QuoteField.TERMS, data.terms(), MAX_TEXT);
    length(QuoteField.VAT_REASON, data.vatReason(), MAX_NAME);
    if (data.customerCountry() != null && CountryCode.parse(data.customerCountry()).isEmpty()) {
      throw invalid(QuoteField.CUSTOMER_COUNTRY, Problem.BAD_REFERENCE);
    }
    if (data.tags().size() > TagRules.MAX_ON_RECORD) {
      throw invalid(QuoteField.TAGS, Problem.TOO_LONG);
    }
    if (!data.language().matches("[a-z]{2,3}")) {
      throw invalid(QuoteField.LANGUAGE, Problem.BAD_REFERENCE);
    }
    if (data.lines().size() > LineRules.MAX_LINES) {
      throw new QuoteRefusedException(QuoteProblem.LINES_TOO_MANY);
    }
    for (int i = 0; i < data.lines().size(); i++) {
      if (LineRules.isTooLong(data.lines().get(i))) {
        throw new QuoteRefusedException(QuoteProblem.TEXT_TOO_LONG, i + 1);
      }
    }
    return data.totals();
  }

  /**
   * Passes what can go out.
   *
   * @param day that the document bears
   * @throws InvalidFieldException for the first wrong field
   * @throws QuoteRefusedException for the first thing that is wrong or missing
   */
  static void checkIssue(QuoteData data, Letterhead seller, LocalDate day) {
    Totals totals = check(data);
    String country = seller.country();
    if (seller.name() == null || country == null) {
      throw new QuoteRefusedException(QuoteProblem.LETTERHEAD_MISSING);
    }
    if (data.customerName() == null) {
      throw new QuoteRefusedException(QuoteProblem.CUSTOMER_MISSING);
    }
    if (data.lines().isEmpty()) {
      throw new QuoteRefusedException(QuoteProblem.LINES_MISSING);
    }
    for (int i = 0; i < data.lines().size(); i++) {
      if (data.lines().get(i).description().isEmpty()) {
        throw new QuoteRefusedException(QuoteProblem.DESCRIPTION_MISSING, i + 1);
      }
    }
    if (totals.total().signum() < 0) {
      throw new QuoteRefusedException(QuoteProblem.TOTAL_NEGATIVE);
    }
    if (data.validUntil() != null && data.validUntil().isBefore(day)) {
      throw new QuoteRefusedException(QuoteProblem.DATE_BEFORE_TODAY);
    }
    VatMix.check(
        totals.groups().stream().map(group -> group.vat().category()).toList(),
        country,
        seller.vatNumber(),
        data.customerCountry(),
        data.customerVat(),
        data.vatReason());
  }

  private static void length(QuoteField field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, Problem.TOO_LONG);
    }
  }

  private static InvalidFieldException invalid(QuoteField field, Problem problem) {
    return new InvalidFieldException("quote.field." + field.column(), problem);
  }
}
