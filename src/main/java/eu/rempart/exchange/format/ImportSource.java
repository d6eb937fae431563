package eu.rempart.exchange.format;

import eu.rempart.common.ExternalId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  HUBSPOT_DEALS,
  PIPEDRIVE,
  SALESFORCE_REPORT,
  SALESFORCE_API,
  ODOO,
  SIMPLE_CRM,
  LINKEDIN,
  VCARD,
  GENERIC;

  /** Records keep 255 characters of keys, with what says whose they are. */
  private static final int MAX_KEY = 230;

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Key of its name in the exchange texts. */
  public String key() {
    return "exchange.source." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * The program whose keys the file has, whatever the kind of export; stable, since it is kept with
   * the keys. Empty for a table of somebody's own: nobody knows whose keys those are.
   */
  public String system() {
    return switch (this) {
      case GOOGLE, GOOGLE_2023 -> "google";
      case OUTLOOK_EN, OUTLOOK_FR, OUTLOOK_DE -> "outlook";
      case THUNDERBIRD -> "thunderbird";
      case HUBSPOT_CONTACTS, HUBSPOT_COMPANIES, HUBSPOT_DEALS -> "hubspot";
      case PIPEDRIVE -> "pipedrive";
      case SALESFORCE_REPORT, SALESFORCE_API -> "salesforce";
      case ODOO -> "odoo";
      case SIMPLE_CRM -> "simple-crm";
      case LINKEDIN -> "linkedin";
      case VCARD -> "vcard";
      case GENERIC -> "";
    };
  }

  /**
   * The key of this program, or null for none. Salesforce writes the same key with 15 characters in
   * reports and with 18 in exports.
   */
  public @Nullable ExternalId key(String id) {
    String text = id.strip();
    if (text.isEmpty() || text.length() > MAX_KEY) {
      return null; // what a program calls it is no reason to refuse whom it is about
    }
    if (text.startsWith("urn:uuid:")) {
      return new ExternalId("", text.toLowerCase(Locale.ROOT));
    }
    if (this == GENERIC && UUIDS.matcher(text).matches()) {
      return new ExternalId("", "urn:uuid:" + text.toLowerCase(Locale.ROOT)); // maybe our own table
    }
    boolean long18 = system().equals("salesforce") && text.matches("[0-9A-Za-z]{18}");
    return new ExternalId(system(), long18 ? text.substring(0, 15) : text);
  }

  /** Whether its notes may be HTML. */
  public boolean writesHtml() {
    return switch (this) {
      case PIPEDRIVE, HUBSPOT_CONTACTS, HUBSPOT_COMPANIES, HUBSPOT_DEALS, ODOO, SALESFORCE_API ->
          true;
      default -> false;
    };
  }
}
