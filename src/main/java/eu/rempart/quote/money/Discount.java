package eu.rempart.quote.money;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.rempart.common.number.Decimals;
import java.math.BigDecimal;

/** What is taken off the sum of all lines, before tax. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Discount.None.class, name = "none"),
  @JsonSubTypes.Type(value = Discount.Percent.class, name = "percent"),
  @JsonSubTypes.Type(value = Discount.Amount.class, name = "amount")
})
public sealed interface Discount {

  Discount NONE = new None();

  /** Nothing is taken off. */
  record None() implements Discount {}

  /** 0 to 100, in percent; taken off each VAT rate alike. */
  record Percent(BigDecimal percent) implements Discount {

    /** 10 and 10.00 are the same. */
    public Percent {
      percent = Decimals.plain(percent);
    }
  }

  /** In the currency of the quote; spread over the VAT rates by what stands at each. */
  record Amount(BigDecimal amount) implements Discount {

    /** 50 and 50.00 are the same. */
    public Amount {
      amount = Decimals.plain(amount);
    }
  }
}
