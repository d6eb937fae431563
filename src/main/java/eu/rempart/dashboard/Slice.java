package eu.rempart.dashboard;

import eu.rempart.deal.pipeline.PipelineId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of what figures are made.
 *
 * @param currency whose amounts count; deals in others are counted, without an amount
 * @param pipeline null for all; only what is made of deals knows it
 * @param owner null for everybody's
 */
public record Slice(String currency, @Nullable PipelineId pipeline, @Nullable UUID owner) {

  /** Of everybody, in all pipelines. */
  public static Slice in(String currency) {
    return new Slice(currency, null, null);
  }
}
