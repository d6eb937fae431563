package eu.rempart.activity.series;

import eu.rempart.activity.Activity;
import eu.rempart.activity.value.When;

/**
 * An occurrence that was moved or called off, or may have been and is back.
 *
 * @param of where the rule has it
 * @param instead what became of it
 */
public record SeriesChange(When of, Activity instead) {}
