/** Where the machines of a cluster are: all of them have its data, but for the witness. */
@NullMarked
package eu.rempart.ops.site.place;

import org.jspecify.annotations.NullMarked;
