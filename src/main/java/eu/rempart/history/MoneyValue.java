package eu.rempart.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a column of an amount held, with the currency that the record had at that time.
 *
 * @param currency ISO 4217; null where the record had none, or it does not open
 */
public record MoneyValue(BigDecimal amount, @Nullable String currency) {}
