/**
 * Pipelines: the stages that deals go through. Managers and administrators shape them; no stage
 * goes while a deal stands in it.
 */
@NullMarked
package eu.rempart.deal.pipeline;

import org.jspecify.annotations.NullMarked;
