@NullMarked
package eu.rempart.privacy.trace;

import org.jspecify.annotations.NullMarked;
