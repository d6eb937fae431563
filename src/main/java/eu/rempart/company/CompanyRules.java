package eu.rempart.company;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.PhoneEntry;
import eu.rempart.tag.TagRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a company must be like to be kept. */
public final class CompanyRules {

  public static final int MAX_NAME = 249;
  public static final int MAX_TEXT = 255;
  public static final int MAX_DESCRIPTION = 20_000;
  public static final int MAX_ENTRIES = 50;
  private static final BigDecimal MAX_REVENUE = BigDecimal.TEN.pow(16);

  private CompanyRules() {}

  /**
   * Passes, or says which field is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(@Nullable CompanyId self, CompanyData data) {
    if (data.name() == null) {
      throw invalid(CompanyField.NAME, Problem.REQUIRED);
    }
    length(CompanyField.NAME, data.name(), MAX_NAME);
    length(CompanyField.WEBSITE, data.website(), MAX_TEXT);
    length(CompanyField.INDUSTRY, data.industry(), MAX_TEXT);
    length(CompanyField.VAT_NUMBER, data.vatNumber(), MAX_TEXT);
    length(CompanyField.REGISTER_NUMBER, data.registerNumber(), MAX_TEXT);
    length(CompanyField.LANGUAGE, data.language(), 35);
    if (data.tags().size() > TagRules.MAX_ON_RECORD) {
      throw invalid(CompanyField.TAGS, Problem.TOO_LONG);
    }
    length(CompanyField.EXTERNAL_ID, data.externalId(), MAX_TEXT);
    length(CompanyField.DESCRIPTION, data.description(), MAX_DESCRIPTION);
    BigDecimal revenue = data.annualRevenue();
    if (revenue != null && revenue.signum() < 0) {
      throw invalid(CompanyField.ANNUAL_REVENUE, Problem.NEGATIVE);
    }
    if (revenue != null && revenue.compareTo(MAX_REVENUE) >= 0) {
      throw invalid(CompanyField.ANNUAL_REVENUE, Problem.TOO_LONG);
    }
    if (self != null && self.equals(data.parentCompanyId())) {
      throw invalid(CompanyField.PARENT, Problem.BAD_REFERENCE);
    }
    entries(
        CompanyField.EMAILS,
        data.emails().size(),
        data.emails().stream().filter(EmailEntry::primary).count());
    entries(
        CompanyField.PHONES,
        data.phones().size(),
        data.phones().stream().filter(PhoneEntry::primary).count());
    entries(CompanyField.ADDRESSES, data.addresses().size(), 0);
  }

  private static void length(CompanyField field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, Problem.TOO_LONG);
    }
  }

  private static void entries(CompanyField field, int size, long primaries) {
    if (size > MAX_ENTRIES) {
      throw invalid(field, Problem.TOO_LONG);
    }
    if (primaries > 1) {
      throw invalid(field, Problem.TWO_PRIMARIES);
    }
  }

  private static InvalidFieldException invalid(CompanyField field, Problem problem) {
    return new InvalidFieldException("company.field." + field.column(), problem);
  }
}
