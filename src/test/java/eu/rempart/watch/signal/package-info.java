@NullMarked
package eu.rempart.watch.signal;

import org.jspecify.annotations.NullMarked;
