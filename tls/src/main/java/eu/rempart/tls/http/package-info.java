/** What the edge knows of HTTP: where a head ends, and how to say that nobody answers. */
@NullMarked
package eu.rempart.tls.http;

import org.jspecify.annotations.NullMarked;
