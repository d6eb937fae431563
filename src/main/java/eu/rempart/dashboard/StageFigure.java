package eu.rempart.dashboard;

import eu.rempart.deal.pipeline.StageId;
import java.math.BigDecimal;

/**
 * What stands in a stage.
 *
 * @param deals open deals, in any currency
 * @param amount of those in the currency asked for
 */
public record StageFigure(StageId stage, int deals, BigDecimal amount) {}
