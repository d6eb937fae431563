/** Tests of figures. */
@NullMarked
package eu.rempart.dashboard;

import org.jspecify.annotations.NullMarked;
