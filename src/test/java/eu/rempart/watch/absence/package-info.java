/** Tests of absences. */
@NullMarked
package eu.rempart.watch.absence;

import org.jspecify.annotations.NullMarked;
