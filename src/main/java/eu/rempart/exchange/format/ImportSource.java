package eu.rempart.exchange.format;

import java.util.Locale;

/** The program that wrote a file. */
public enum ImportSource {
  GOOGLE,
  GOOGLE_2023,
  OUTLOOK_EN,
  OUTLOOK_FR,
  OUTLOOK_DE,
  THUNDERBIRD,
  HUBSPOT_CONTACTS,
  HUBSPOT_COMPANIES,
  PIPEDRIVE,
  SALESFORCE_REPORT,
  SALESFORCE_API,
  ODOO,
  SIMPLE_CRM,
  VCARD,
  GENERIC;

  /** Key of its name in the exchange texts. */
  public String key() {
    return "exchange.source." + name().toLowerCase(Locale.ROOT);
  }

  /** Lower-case name, stable, to qualify external references with. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its notes may be HTML. */
  public boolean writesHtml() {
    return switch (this) {
      case PIPEDRIVE, HUBSPOT_CONTACTS, HUBSPOT_COMPANIES, ODOO, SALESFORCE_API -> true;
      default -> false;
    };
  }
}
