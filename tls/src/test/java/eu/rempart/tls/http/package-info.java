@NullMarked
package eu.rempart.tls.http;

import org.jspecify.annotations.NullMarked;
