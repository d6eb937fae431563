package eu.rempart.exchange.csv;

import static eu.rempart.exchange.csv.Field.Side.ACTIVITY;
import static eu.rempart.exchange.csv.Field.Side.COMPANY;
import static eu.rempart.exchange.csv.Field.Side.DEAL;
import static eu.rempart.exchange.csv.Field.Side.LINK;
import static eu.rempart.exchange.csv.Field.Side.PERSON;
import static eu.rempart.exchange.csv.Field.Side.ROW;

import eu.rempart.exchange.format.ImportKind;
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

  DEAL_EXTERNAL_ID(DEAL),
  DEAL_NAME(DEAL),
  DEAL_AMOUNT(DEAL),
  DEAL_CURRENCY(DEAL),
  /** What one line is about. */
  DEAL_PRODUCT(DEAL),
  DEAL_PRODUCT_QUANTITY(DEAL),
  DEAL_PRODUCT_UNIT(DEAL),
  /** Of one, without tax. */
  DEAL_PRODUCT_PRICE(DEAL),
  /** In percent. */
  DEAL_PRODUCT_DISCOUNT(DEAL),
  /** All lines in one cell, as exports of this product write them. */
  DEAL_PRODUCTS(DEAL),
  DEAL_PIPELINE(DEAL),
  DEAL_STAGE(DEAL),
  /** Open, won or lost, in words. */
  DEAL_STATE(DEAL),
  /** Yes: it is won. */
  DEAL_IS_WON(DEAL),
  /** Yes: it is over; lost unless it is won. */
  DEAL_IS_CLOSED(DEAL),
  DEAL_PROBABILITY(DEAL),
  DEAL_EXPECTED_CLOSE(DEAL),
  /** When it was won or lost. */
  DEAL_CLOSED(DEAL),
  DEAL_COMPANY(DEAL),
  DEAL_COMPANY_ID(DEAL),
  DEAL_CONTACT(DEAL),
  DEAL_CONTACT_ID(DEAL),
  DEAL_CONTACT_EMAIL(DEAL),
  DEAL_OWNER(DEAL),
  DEAL_SOURCE(DEAL),
  DEAL_LOST_REASON(DEAL),
  DEAL_TAGS(DEAL),
  DEAL_DESCRIPTION(DEAL),
  /** Goes into the description behind the column's name. */
  DEAL_DESCRIPTION_LINE(DEAL),
  /** One of the organisation's own fields; which, the target says. */
  DEAL_CUSTOM(DEAL),

  ACTIVITY_EXTERNAL_ID(ACTIVITY),
  ACTIVITY_SUBJECT(ACTIVITY),
  /** Task, call or meeting, in words. */
  ACTIVITY_KIND(ACTIVITY),
  /** A day, or a day with a time. */
  ACTIVITY_WHEN(ACTIVITY),
  /** The time of the day, where it has a column of its own. */
  ACTIVITY_TIME(ACTIVITY),
  /** Minutes, or hours and minutes with a colon. */
  ACTIVITY_DURATION(ACTIVITY),
  /** Whether it is done, in words. */
  ACTIVITY_STATUS(ACTIVITY),
  /** When it was done. */
  ACTIVITY_DONE(ACTIVITY),
  ACTIVITY_PRIORITY(ACTIVITY),
  ACTIVITY_OWNER(ACTIVITY),
  ACTIVITY_PLACE(ACTIVITY),
  ACTIVITY_COMPANY(ACTIVITY),
  ACTIVITY_COMPANY_ID(ACTIVITY),
  ACTIVITY_CONTACT(ACTIVITY),
  ACTIVITY_CONTACT_ID(ACTIVITY),
  ACTIVITY_CONTACT_EMAIL(ACTIVITY),
  ACTIVITY_DEAL(ACTIVITY),
  ACTIVITY_DEAL_ID(ACTIVITY),
  /** Names of contacts, companies or deals, whichever they are. */
  ACTIVITY_ABOUT(ACTIVITY),
  ACTIVITY_CUSTOM(ACTIVITY),
  ACTIVITY_DESCRIPTION(ACTIVITY),
  /** Goes into the description behind the column's name. */
  ACTIVITY_DESCRIPTION_LINE(ACTIVITY),

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
    DEAL,
    ACTIVITY,
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

  /** Whether a file of this kind can have it. */
  public boolean isOf(ImportKind kind) {
    return switch (side) {
      case PERSON, LINK, COMPANY -> kind == ImportKind.PEOPLE;
      case DEAL -> kind == ImportKind.DEALS;
      case ACTIVITY -> kind == ImportKind.ACTIVITIES;
      case ROW -> this == IGNORE || this == IS_DELETED || kind == ImportKind.PEOPLE;
    };
  }

  /** Whether it is one of the organisation's own fields, which the target names. */
  public boolean isCustom() {
    return this == CUSTOM
        || this == COMPANY_CUSTOM
        || this == DEAL_CUSTOM
        || this == ACTIVITY_CUSTOM;
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
        || name.endsWith("_CONTACT")
        || this == ACTIVITY_ABOUT
        || this == DEAL_CLOSED
        || name.startsWith("ADDRESS");
  }

  /** Key of its name in the exchange texts. */
  public String key() {
    return "exchange.field." + name().toLowerCase(Locale.ROOT);
  }
}
