@NullMarked
package eu.rempart.tls.sign;

import org.jspecify.annotations.NullMarked;
