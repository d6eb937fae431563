/** Tests of the rules that make results a state. */
@NullMarked
package eu.rempart.watch.check;

import org.jspecify.annotations.NullMarked;
