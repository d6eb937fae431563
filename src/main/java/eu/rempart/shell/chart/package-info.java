/**
 * Charts and the map of the world: thin handles on the Lit components in {@code
 * frontend/components}, which load their libraries where a chart is shown. They know numbers and
 * names, nothing of what is counted.
 */
@NullMarked
package eu.rempart.shell.chart;

import org.jspecify.annotations.NullMarked;
