package eu.rempart.deal.pipeline;

import java.util.UUID;

/** The id of a pipeline. */
public record PipelineId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
