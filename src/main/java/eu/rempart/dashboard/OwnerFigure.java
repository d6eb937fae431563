package eu.rempart.dashboard;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member looks after.
 *
 * @param owner null for nobody
 * @param deals open ones, in any currency
 * @param amount of those in the currency asked for
 */
public record OwnerFigure(@Nullable UUID owner, int deals, BigDecimal amount) {}
