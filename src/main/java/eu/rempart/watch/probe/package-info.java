/**
 * Agents in zones, as home sees them: who was admitted, what each delivers and is given to do, who
 * fell silent, whose key was copied, and who says what nobody else does.
 */
@NullMarked
package eu.rempart.watch.probe;

import org.jspecify.annotations.NullMarked;
