/** Tests of measuring, against peers that behave and that do not. */
@NullMarked
package eu.rempart.watch.measure;

import org.jspecify.annotations.NullMarked;
