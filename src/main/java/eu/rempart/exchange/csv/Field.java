package eu.rempart.exchange.csv;

import static eu.rempart.exchange.csv.Field.Side.COMPANY;
import static eu.rempart.exchange.csv.Field.Side.LINK;
import static eu.rempart.exchange.csv.Field.Side.PERSON;
import static eu.rempart.exchange.csv.Field.Side.ROW;

import java.util.Locale;

/** What a column of a table can be imported as. */
public enum Field {
  /** Not imported. */
  IGNORE(ROW),

  EXTERNAL_ID(PERSON),
  SALUTATION(PERSON),
  FIRST_NAME(PERSON),
  MIDDLE_NAME(PERSON),
  LAST_NAME(PERSON),
  NAME_SUFFIX(PERSON),
  FULL_NAME(PERSON),
  EMAIL(PERSON),
  EMAIL_WORK(PERSON),
  EMAIL_HOME(PERSON),
  EMAIL_OTHER(PERSON),
  /** Says what kind the e-mail of the same slot is. */
  EMAIL_LABEL(PERSON),
  PHONE(PERSON),
  PHONE_MOBILE(PERSON),
  PHONE_WORK(PERSON),
  PHONE_HOME(PERSON),
  PHONE_FAX(PERSON),
  PHONE_PAGER(PERSON),
  PHONE_OTHER(PERSON),
  /** Says what kind the phone of the same slot is. */
  PHONE_LABEL(PERSON),
  /** Says what kind the address of the same slot is. */
  ADDRESS_LABEL(PERSON),
  ADDRESS(PERSON),
  ADDRESS_STREET(PERSON),
  ADDRESS_CITY(PERSON),
  ADDRESS_REGION(PERSON),
  ADDRESS_POSTAL_CODE(PERSON),
  ADDRESS_COUNTRY(PERSON),
  WORK_ADDRESS(PERSON),
  WORK_STREET(PERSON),
  WORK_CITY(PERSON),
  WORK_REGION(PERSON),
  WORK_POSTAL_CODE(PERSON),
  WORK_COUNTRY(PERSON),
  HOME_ADDRESS(PERSON),
  HOME_STREET(PERSON),
  HOME_CITY(PERSON),
  HOME_REGION(PERSON),
  HOME_POSTAL_CODE(PERSON),
  HOME_COUNTRY(PERSON),
  OTHER_ADDRESS(PERSON),
  OTHER_STREET(PERSON),
  OTHER_CITY(PERSON),
  OTHER_REGION(PERSON),
  OTHER_POSTAL_CODE(PERSON),
  OTHER_COUNTRY(PERSON),
  BIRTHDAY(PERSON),
  BIRTH_YEAR(PERSON),
  BIRTH_MONTH(PERSON),
  BIRTH_DAY(PERSON),
  LANGUAGE(PERSON),
  DO_NOT_CALL(PERSON),
  EMAIL_OPT_OUT(PERSON),
  /** Several tags in one cell; of the company, where the row is about one. */
  TAGS(PERSON),
  DESCRIPTION(PERSON),
  /** Goes into the description behind the column's name. */
  DESCRIPTION_LINE(PERSON),

  /** One of the organisation's own fields; which, the target says. */
  CUSTOM(PERSON),

  JOB_TITLE(LINK),
  ROLE(LINK),

  COMPANY_EXTERNAL_ID(COMPANY),
  COMPANY_NAME(COMPANY),
  COMPANY_WEBSITE(COMPANY),
  COMPANY_EMAIL(COMPANY),
  COMPANY_PHONE(COMPANY),
  COMPANY_FAX(COMPANY),
  COMPANY_TYPE(COMPANY),
  COMPANY_INDUSTRY(COMPANY),
  COMPANY_SIZE(COMPANY),
  COMPANY_REVENUE(COMPANY),
  COMPANY_BILLING_ADDRESS(COMPANY),
  COMPANY_BILLING_STREET(COMPANY),
  COMPANY_BILLING_CITY(COMPANY),
  COMPANY_BILLING_REGION(COMPANY),
  COMPANY_BILLING_POSTAL_CODE(COMPANY),
  COMPANY_BILLING_COUNTRY(COMPANY),
  COMPANY_SHIPPING_ADDRESS(COMPANY),
  COMPANY_SHIPPING_STREET(COMPANY),
  COMPANY_SHIPPING_CITY(COMPANY),
  COMPANY_SHIPPING_REGION(COMPANY),
  COMPANY_SHIPPING_POSTAL_CODE(COMPANY),
  COMPANY_SHIPPING_COUNTRY(COMPANY),
  COMPANY_VAT_NUMBER(COMPANY),
  COMPANY_REGISTER_NUMBER(COMPANY),
  COMPANY_LANGUAGE(COMPANY),
  COMPANY_PARENT(COMPANY),
  COMPANY_TAGS(COMPANY),
  COMPANY_DESCRIPTION(COMPANY),
  /** Goes into the description behind the column's name. */
  COMPANY_DESCRIPTION_LINE(COMPANY),
  /** One of the organisation's own fields; which, the target says. */
  COMPANY_CUSTOM(COMPANY),

  /** Yes: the source had deleted the record. */
  IS_DELETED(ROW),
  /** Yes: the row is a company, its name is the company's. */
  IS_COMPANY(ROW),
  /** Odoo: what the row's address is for. */
  ADDRESS_TYPE(ROW);

  /** Which record a field belongs to. */
  public enum Side {
    PERSON,
    LINK,
    COMPANY,
    ROW
  }

  private final Side side;

  Field(Side side) {
    this.side = side;
  }

  /** Which record it belongs to. */
  public Side side() {
    return side;
  }

  /** Whether several columns may be imported as this; of other fields the first value wins. */
  public boolean several() {
    var name = name();
    return this == IGNORE
        || name.contains("EMAIL")
        || name.contains("PHONE")
        || name.contains("FAX")
        || name.contains("DESCRIPTION")
        || name.contains("TAGS")
        || name.contains("WEBSITE")
        || name.contains("STREET")
        || name.startsWith("ADDRESS");
  }

  /** Key of its name in the exchange texts. */
  public String key() {
    return "exchange.field." + name().toLowerCase(Locale.ROOT);
  }
}
