/** Tests of what the application tells of its own load. */
@NullMarked
package eu.rempart.watch.load;

import org.jspecify.annotations.NullMarked;
