/** Tests of the demo firm. */
@NullMarked
package eu.rempart.demo;

import org.jspecify.annotations.NullMarked;
