/** Parsers of what strangers send, against random inputs that begin as good ones. */
@NullMarked
package eu.rempart.tls.fuzz;

import org.jspecify.annotations.NullMarked;
