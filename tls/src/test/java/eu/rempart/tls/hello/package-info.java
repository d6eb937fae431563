@NullMarked
package eu.rempart.tls.hello;

import org.jspecify.annotations.NullMarked;
