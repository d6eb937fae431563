/** What the application tells of its own load, to be watched as levels. */
@NullMarked
package eu.rempart.watch.load;

import org.jspecify.annotations.NullMarked;
