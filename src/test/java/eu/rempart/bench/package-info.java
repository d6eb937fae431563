/** Tests of the synthetic people. */
@NullMarked
package eu.rempart.bench;

import org.jspecify.annotations.NullMarked;
