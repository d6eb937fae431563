/** Tests of what keeps programs running. */
@NullMarked
package eu.rempart.ops.site.run;

import org.jspecify.annotations.NullMarked;
