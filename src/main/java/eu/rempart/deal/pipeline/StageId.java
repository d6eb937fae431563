package eu.rempart.deal.pipeline;

import java.util.UUID;

/** The id of a stage of a pipeline. */
public record StageId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
