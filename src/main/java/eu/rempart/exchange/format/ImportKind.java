package eu.rempart.exchange.format;

import java.util.Locale;

/** What the rows of a file are about. */
public enum ImportKind {
  PEOPLE("contact"),
  DEALS("deal"),
  ACTIVITIES("activity");

  private final String record;

  ImportKind(String record) {
    this.record = record;
  }

  /** The kind of the record that a row mainly becomes, as rights and own fields call it. */
  public String record() {
    return record;
  }

  /** Key of its name in the exchange texts. */
  public String key() {
    return "exchange.holds." + name().toLowerCase(Locale.ROOT);
  }
}
