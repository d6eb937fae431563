package eu.rempart.deal.board;

import java.math.BigDecimal;

/**
 * What deals are worth together, in one currency.
 *
 * @param currency ISO 4217
 * @param weighted each amount times its probability
 */
public record CurrencySum(String currency, BigDecimal amount, BigDecimal weighted) {}
