@NullMarked
package eu.rempart.tls.proxy;

import org.jspecify.annotations.NullMarked;
