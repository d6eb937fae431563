/** Tests of nodes. */
@NullMarked
package eu.rempart.watch.node;

import org.jspecify.annotations.NullMarked;
