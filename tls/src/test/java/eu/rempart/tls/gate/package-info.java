@NullMarked
package eu.rempart.tls.gate;

import org.jspecify.annotations.NullMarked;
