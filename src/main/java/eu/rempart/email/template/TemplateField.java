package eu.rempart.email.template;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a record fills into a template. The names stand in people's templates: they never change.
 */
public enum TemplateField {
  CONTACT_SALUTATION("contact.salutation"),
  CONTACT_FIRST_NAME("contact.firstName"),
  CONTACT_LAST_NAME("contact.lastName"),
  CONTACT_NAME("contact.name"),
  CONTACT_JOB_TITLE("contact.jobTitle"),
  COMPANY_NAME("company.name"),
  DEAL_NAME("deal.name"),
  DEAL_AMOUNT("deal.amount"),
  DEAL_EXPECTED_CLOSE("deal.expectedClose"),
  QUOTE_NUMBER("quote.number"),
  QUOTE_TITLE("quote.title"),
  QUOTE_TOTAL("quote.total"),
  QUOTE_VALID_UNTIL("quote.validUntil"),
  MY_NAME("me.name"),
  MY_EMAIL("me.email");

  private final String code;

  TemplateField(String code) {
    this.code = code;
  }

  /** As it stands between the braces. */
  public String code() {
    return code;
  }

  /** As it stands in a text. */
  public String marked() {
    return "{{" + code + "}}";
  }

  /** Whether only a quote has it. */
  public boolean isOfQuotes() {
    return code.startsWith("quote.");
  }

  static Optional<TemplateField> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equalsIgnoreCase(code)).findFirst();
  }
}
