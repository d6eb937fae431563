@NullMarked
package eu.rempart.presence;

import org.jspecify.annotations.NullMarked;
