package eu.rempart.quote.money;

/** How VAT treats a supply: the codes that EN 16931 takes from UNTDID 5305. */
public enum VatCategory {
  /** At the standard rate or a reduced one. */
  STANDARD("S"),
  ZERO("Z"),
  EXEMPT("E"),
  /** The buyer owes the tax. */
  REVERSE_CHARGE("AE"),
  /** Goods that go to another country of the Union. */
  INTRA_COMMUNITY("K"),
  /** Goods that leave the Union. */
  EXPORT("G"),
  /** VAT does not reach it. */
  OUTSIDE("O");

  private final String code;

  VatCategory(String code) {
    this.code = code;
  }

  /** UNTDID 5305. */
  public String code() {
    return code;
  }

  /** Whether a document names the reason why there is no tax. */
  public boolean needsReason() {
    return this != STANDARD && this != ZERO;
  }

  /** Whether the buyer must have a VAT number. */
  public boolean needsBuyerNumber() {
    return this == REVERSE_CHARGE || this == INTRA_COMMUNITY;
  }
}
