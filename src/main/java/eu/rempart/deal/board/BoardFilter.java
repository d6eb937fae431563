package eu.rempart.deal.board;

import eu.rempart.deal.pipeline.PipelineId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a board shows.
 *
 * @param owner null for everybody's
 */
public record BoardFilter(PipelineId pipeline, @Nullable UUID owner) {}
