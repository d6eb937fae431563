package eu.rempart.exchange.format;

import java.util.Locale;

/** What is wrong with a row, or worth knowing about it. */
public enum ProblemCode {
  /** The cell isn't an e-mail address; its text went into the description. */
  EMAIL_INVALID(Severity.NOTE),
  /** The number was kept as typed; nobody knows how to dial it from abroad. */
  PHONE_NOT_UNDERSTOOD(Severity.NOTE),
  /** A spreadsheet rounded the number to 3.36E+10; it was kept and marked as invalid. */
  PHONE_MANGLED(Severity.NOTE),
  /** The cell isn't a date; its text went into the description. */
  DATE_INVALID(Severity.NOTE),
  /** The cell isn't a number; its text went into the description. */
  NUMBER_INVALID(Severity.NOTE),
  /** Finer than its field: it was rounded, and its text went into the description. */
  NUMBER_ROUNDED(Severity.NOTE),
  /** No country of that name; the text stays in the address. */
  COUNTRY_UNKNOWN(Severity.NOTE),
  /** None of the known choices; its text went into the description. */
  CHOICE_UNKNOWN(Severity.NOTE),
  /** Not what the field can hold; its text went into the description. */
  VALUE_INVALID(Severity.NOTE),
  /** Somebody archived the field while the import ran; the value shows once the field is back. */
  FIELD_ARCHIVED(Severity.NOTE),
  /** Longer than the field; the whole text went into the description. */
  VALUE_SHORTENED(Severity.NOTE),
  /** Together the texts that go into the description are too long for it: their end is left out. */
  DESCRIPTION_CUT(Severity.NOTE),
  /** The row has fewer cells than the header; the missing ones were taken as empty. */
  ROW_TOO_SHORT(Severity.NOTE),
  /** The cell's formula has an error, or no saved result; the cell was taken as empty. */
  FORMULA_EMPTY(Severity.NOTE),
  /** The row of a sheet has cells where the table has no column; they were left out. */
  CELLS_BESIDE(Severity.NOTE),
  /** Bytes that don't fit the file's encoding were replaced. */
  TEXT_DAMAGED(Severity.NOTE),
  /** NUL characters were left out. */
  NUL_REMOVED(Severity.NOTE),
  /** No field can hold the value; its text went into the description. */
  VALUE_KEPT(Severity.NOTE),
  /**
   * The person's company is there already: what the row says of it was not taken over; another
   * website went into the person's description.
   */
  COMPANY_KEPT(Severity.NOTE),
  /** Further photos, logos and sounds of a card are not imported. */
  PHOTO_SKIPPED(Severity.NOTE),
  /** Keys and certificates of a card are not imported. */
  KEY_SKIPPED(Severity.NOTE),
  /** The photo is damaged, too large or of another kind; the person was imported without it. */
  PHOTO_UNREADABLE(Severity.NOTE),
  /** The card has properties that can't be read; the others were imported. */
  CARD_PARTLY_READ(Severity.NOTE),
  /** Nobody of that name may look after it; its text went into the description. */
  OWNER_UNKNOWN(Severity.NOTE),
  /** No contact is called so; the name went into the description. */
  CONTACT_UNKNOWN(Severity.NOTE),
  /** Several contacts are called so; the name went into the description. */
  CONTACT_AMBIGUOUS(Severity.NOTE),
  /** No company is called so, and none may be made; the name went into the description. */
  COMPANY_UNKNOWN(Severity.NOTE),
  /** No deal, or more than one, is called so; the name went into the description. */
  DEAL_UNKNOWN(Severity.NOTE),
  /** The amount has no currency; that of the chosen country was taken. */
  CURRENCY_ASSUMED(Severity.NOTE),
  /** The stage is none of ours; the one that was chosen for such deals was taken. */
  STAGE_REPLACED(Severity.NOTE),
  /** Where a deal that is there is to go isn't said surely: it stays in its stage. */
  STAGE_KEPT(Severity.NOTE),
  /**
   * The deal has products, which the amount follows from or whose currency is another: it stays.
   */
  AMOUNT_KEPT(Severity.NOTE),
  /** The deal has products already, or another currency than those of the file: it stays. */
  PRODUCTS_KEPT(Severity.NOTE),
  /** A further row of a deal names a product: it was left out. */
  PRODUCT_LEFT_OUT(Severity.NOTE),
  /** Whoever imports may not fill in one of the fields; it was left out. */
  FIELD_FIXED(Severity.NOTE),
  /** The source had deleted this record. */
  DELETED_IN_SOURCE(Severity.SKIPPED),
  /** A distribution list, not a person or company. */
  GROUP(Severity.SKIPPED),
  /** Odoo: a further row of the record above; what it has was added there. */
  CONTINUATION(Severity.SKIPPED),
  /** A line that a report writes about itself below its rows. */
  FOOTER(Severity.SKIPPED),
  /** No mapped column has a value. */
  NOTHING_TO_IMPORT(Severity.SKIPPED),
  /** A deal without a name. */
  DEAL_NAME_MISSING(Severity.REFUSED),
  /** An activity without a subject. */
  SUBJECT_MISSING(Severity.REFUSED),
  /** A meeting without a day. */
  WHEN_MISSING(Severity.REFUSED),
  /** No pipeline is called so. */
  PIPELINE_UNKNOWN(Severity.REFUSED),
  /** No stage is called so. */
  STAGE_UNKNOWN(Severity.REFUSED),
  /** Whoever imports may not keep, or not change, such a record. */
  NOT_PERMITTED(Severity.REFUSED),
  /** Neither a name nor a way to reach anybody. */
  NAME_MISSING(Severity.REFUSED),
  /** A value of the record can't be kept; the problem has the key of its field's name. */
  VALUE_REFUSED(Severity.REFUSED),
  /** The row has more filled cells than the header: its values may have shifted. */
  ROW_TOO_LONG(Severity.REFUSED),
  /** A cell, or the row as a whole, is over the limit. */
  CELL_TOO_LARGE(Severity.REFUSED),
  /** The card is over the limit. */
  CARD_TOO_LARGE(Severity.REFUSED),
  /** The card has no end, or can't be read at all. */
  CARD_BROKEN(Severity.REFUSED);

  /** What a problem means for its row. */
  public enum Severity {
    /** The row is imported. */
    NOTE,
    /** The row is left out on purpose. */
    SKIPPED,
    /** The row is left out, and belongs into the error file. */
    REFUSED
  }

  private final Severity severity;

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  /** What it means for the row. */
  public Severity severity() {
    return severity;
  }

  /** Whether something of the row is nowhere else: somebody must be able to look at it again. */
  public boolean isLoss() {
    return this == DESCRIPTION_CUT || this == CELLS_BESIDE;
  }

  /** Key of its sentence in the exchange texts. */
  public String key() {
    return "exchange.problem." + name().toLowerCase(Locale.ROOT);
  }
}
