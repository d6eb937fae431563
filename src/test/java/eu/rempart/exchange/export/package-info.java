/** Tests of taking records out. */
@NullMarked
package eu.rempart.exchange.export;

import org.jspecify.annotations.NullMarked;
