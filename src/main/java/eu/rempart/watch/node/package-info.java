/**
 * The nodes of an installation, each a zone of its own for what only it can measure: the levels of
 * its machine.
 */
@NullMarked
package eu.rempart.watch.node;

import org.jspecify.annotations.NullMarked;
