@NullMarked
package eu.rempart.tls.serve;

import org.jspecify.annotations.NullMarked;
