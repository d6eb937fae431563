@NullMarked
package eu.rempart.watch.wire;

import org.jspecify.annotations.NullMarked;
