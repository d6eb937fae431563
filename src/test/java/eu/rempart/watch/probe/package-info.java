@NullMarked
package eu.rempart.watch.probe;

import org.jspecify.annotations.NullMarked;
