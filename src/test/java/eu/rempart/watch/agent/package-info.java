@NullMarked
package eu.rempart.watch.agent;

import org.jspecify.annotations.NullMarked;
